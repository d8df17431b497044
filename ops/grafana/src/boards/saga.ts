import { board, figure, graph, perSecond, quantiles } from '../panels.ts';

export const saga = board('saga', 'saga', 'How orders pass through stock and payment, and what holds them up.', [
  ['Orders', [
    figure('Under way', 'Orders that were accepted lately and wait for other services.', { unit: 'short' }, 'sum(ecom_orders_backlog)'),
    figure('Stuck', 'Orders that wait for an answer although it was asked for four times.', { unit: 'short' }, 'sum(ecom_saga_stuck)', 1),
    figure('Timed out, last hour', 'Orders given up because a service did not answer in time.', { unit: 'short' }, 'sum(increase(ecom_orders_ended_total{reason="TIMED_OUT"}[1h]))', 1),
    figure('Capture failed, last hour', 'Orders whose authorized money could not be captured.', { unit: 'short' }, 'sum(increase(ecom_orders_ended_total{reason="CAPTURE_FAILED"}[1h]))', 1),
    graph('Ended', 'Orders per second by what became of them.', { unit: 'ops' }, [perSecond('ecom_orders_ended_total', 'reason'), '{{reason}}']),
    graph('Events that no longer mattered', 'Facts that came late or twice and that the order\'s state ignores, by fact. A few are normal.', { unit: 'ops' },
      [perSecond('ecom_saga_ignored_total', 'fact'), '{{fact}}']),
  ]],
  ['Answers of inventory-service and payment-service', [
    graph('Events to the broker', 'Time from publishing an event to the broker\'s acknowledgement, in the three services of the saga.', { unit: 's' },
      ...quantiles('ecom_outbox_delivery_seconds_bucket{service=~"order-service|inventory-service|payment-service"}')),
    graph('Handling of a batch', 'Time from taking a batch of messages to its commit, in the three services of the saga.', { unit: 's' },
      ...quantiles('ecom_inbox_batch_seconds_bucket{service=~"order-service|inventory-service|payment-service"}')),
    graph('Commands and answers yet to be consumed', 'Lag of the consumers of the saga.', { unit: 'short' },
      ['sum by (group) (ecom_inbox_lag{service=~"order-service|inventory-service|payment-service"})', '{{group}}']),
    graph('Events yet to be published', 'Events in the outboxes of the saga.', { unit: 'short' },
      ['sum by (service) (ecom_outbox_pending{service=~"order-service|inventory-service|payment-service"})', '{{service}}']),
  ]],
  ['What waits for an operator', [
    figure('Dead letters', 'Messages that no attempt could apply, in the services of the saga.', { unit: 'short' }, 'sum(ecom_inbox_dead_letters_waiting{service=~"order-service|inventory-service|payment-service"})', 1),
    figure('Parked events', 'Events that the broker refused for good, in the services of the saga.', { unit: 'short' }, 'sum(ecom_outbox_parked{service=~"order-service|inventory-service|payment-service"})', 1),
    figure('Provider calls put aside', 'Calls to the payment provider that nobody has decided about.', { unit: 'short' }, 'sum(ecom_payment_provider_dead_letters_waiting)', 1),
    figure('Provider is not asked', '1 while an operator has told payment-service to ask the provider nothing.', { unit: 'short' }, 'max(ecom_payment_provider_outage_mode)', 1),
  ]],
]);
