import { board, figure, graph, perSecond, quantiles } from '../panels.ts';

export const money = board('stock-and-money', 'stock and money', 'Whether the books agree: stock with its movements, our payments with the provider\'s.', [
  ['Books', [
    figure('SKUs that do not add up', 'SKUs whose stock, movements and reservations do not agree.', { unit: 'short' }, 'sum(ecom_inventory_invariant_violations)', 1),
    figure('Differences from the provider, last day', 'Differences between our books and the provider\'s that were not made good.', { unit: 'short' }, 'sum(increase(ecom_payment_reconciliation_differences_total{healed="false"}[1d]))', 1),
    figure('Made good, last day', 'Differences that reconciliation has healed.', { unit: 'short' }, 'sum(increase(ecom_payment_reconciliation_differences_total{healed="true"}[1d]))'),
    figure('Reservations lost, last day', 'Orders that were not sold because their reservation had ended.', { unit: 'short' }, 'sum(increase(ecom_orders_ended_total{reason="RESERVATION_LOST"}[1d]))', 1),
    graph('Differences by kind', 'Differences per second by what they were about, healed or not.', { unit: 'ops' }, [perSecond('ecom_payment_reconciliation_differences_total', 'kind'), '{{kind}}']),
    graph('Orders not sold', 'Orders per second that were cancelled, by reason.', { unit: 'ops' }, [perSecond('ecom_orders_ended_total{state="CANCELLED"}', 'reason'), '{{reason}}']),
  ]],
  ['Provider', [
    graph('Calls', 'Calls to the provider per second by how they ended; UNKNOWN is no answer at all.', { unit: 'reqps' }, [perSecond('http_client_requests_seconds_count{service="payment-service"}', 'outcome'), '{{outcome}}']),
    graph('Calls made again', 'Calls per second that are repeated, by operation.', { unit: 'ops' }, [perSecond('ecom_payment_provider_retry_total', 'operation'), '{{operation}}']),
    graph('Webhooks', 'Webhooks per second by what came of them.', { unit: 'ops' }, [perSecond('ecom_payment_webhook_total', 'outcome'), '{{outcome}}']),
    graph('Webhooks that wait', 'Webhooks stored and not applied yet, without a payment, or failed in all attempts.', { unit: 'short' },
      ['sum(ecom_payment_webhook_waiting)', 'waiting'], ['sum(ecom_payment_webhook_orphans)', 'orphans'], ['sum(ecom_payment_webhook_failed)', 'failed']),
    graph('Put aside', 'Calls per second that were given up and wait for an operator, by operation and why.', { unit: 'ops' },
      ['sum by (operation, kind) (rate(ecom_payment_provider_dead_letters_total[$__rate_interval]))', '{{operation}} {{kind}}']),
    graph('Answers by the gateway to the provider', 'Time within which payment-service\'s requests, webhooks among them, are answered.', { unit: 's' },
      ...quantiles('ecom_gateway_requests_seconds_bucket{target="payment-service"}')),
  ]],
]);
