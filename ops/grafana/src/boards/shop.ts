import { board, figure, graph, perSecond, quantile, ranking, share } from '../panels.ts';

export const shop = board('shop', 'shop', 'Whether customers can browse, sign in, buy and hear of it. Begin here.', [
  ['Sold', [
    figure('Orders sold, last hour', 'Orders that ended with stock committed and money captured.', { unit: 'short' }, 'sum(increase(ecom_orders_ended_total{reason="SOLD"}[1h]))'),
    figure('Orders not sold, last hour', 'Orders that ended with stock and money back, whatever the reason.', { unit: 'short' }, 'sum(increase(ecom_orders_ended_total{state="CANCELLED"}[1h]))'),
    figure('Orders stuck', 'Orders that wait for an answer although it was asked for four times.', { unit: 'short' }, 'sum(ecom_saga_stuck)', 1),
    figure('Services up', 'Services that Prometheus can scrape. All eleven, or somebody is called.', { unit: 'short' }, 'sum(up{job="ecom"})'),
    graph('Orders ended', 'Orders per second by what became of them.', { unit: 'ops' }, [perSecond('ecom_orders_ended_total', 'reason'), '{{reason}}']),
    graph('Quotes', 'Quotes per second that were made, and that were refused, by why.', { unit: 'ops' },
      [perSecond('ecom_quotes_made_total'), 'made'], [perSecond('ecom_quotes_refused_total', 'code'), '{{code}}']),
    graph('Orders under way', 'Accepted orders that wait for other services, and how many may.', { unit: 'short' },
      ['sum(ecom_orders_backlog)', 'under way'], ['sum(ecom_orders_backlog_limit)', 'limit']),
  ]],
  ['What customers notice', [
    graph('Requests', 'Requests per second at the gateway, by how they ended.', { unit: 'reqps' }, [perSecond('ecom_gateway_requests_seconds_count', 'outcome'), '{{outcome}}']),
    graph('Slowest of a hundred requests', 'Time within which 99 % of a service\'s requests are answered, as the gateway sees it.', { unit: 's' },
      [quantile(0.99, 'ecom_gateway_requests_seconds_bucket', 'target'), '{{target}}']),
    graph('Failed requests', 'Share of requests that ended with 5xx, by service.', { unit: 'percentunit' },
      [`sum by (target) (rate(ecom_gateway_requests_seconds_count{outcome="SERVER_ERROR"}[$__rate_interval])) / ignoring(outcome) clamp_min(sum by (target) (rate(ecom_gateway_requests_seconds_count[$__rate_interval])), 0.001) or sum by (target) (rate(ecom_gateway_requests_seconds_count[$__rate_interval])) * 0`, '{{target}}']),
    graph('Mails', 'Mails per second that the mail server took or refused.', { unit: 'ops' },
      [perSecond('ecom_notification_sent_total'), 'sent'], [perSecond('ecom_notification_failed_total'), 'failed attempts']),
    graph('Searches', 'Searches by words per second, by what came of them, and clicks on what was found.', { unit: 'ops' },
      [perSecond('ecom_search_queries_total', 'outcome'), '{{outcome}}'], [perSecond('ecom_search_clicks_total'), 'clicks']),
    graph('Searches that analytics lack', 'Searches and clicks per second that could not be counted.', { unit: 'ops' },
      [perSecond('ecom_search_counts_lost_total'), 'lost']),
  ]],
  ['Where it waits', [
    graph('Oldest mail', 'Age of the oldest mail that is yet to be sent.', { unit: 's' }, ['max(ecom_notification_unsent_oldest_seconds)', 'oldest']),
    graph('Mails held back', 'Mails per second that are held back because an address that is not the buyer\'s gets too many.', { unit: 'ops' }, [perSecond('ecom_notification_held_total'), 'held']),
    ranking('Messages yet to be consumed', 'Lag of each consumer group.', { unit: 'short' }, ['sum by (group) (ecom_inbox_lag)', '{{group}}'], 1000),
    ranking('Oldest event yet to be published', 'Age of the oldest event in each outbox.', { unit: 's' }, ['max by (service) (ecom_outbox_oldest_age_seconds)', '{{service}}'], 60),
    figure('Shed orders, last hour', 'Orders that were refused with Retry-After because the shop was too busy.', { unit: 'short' }, 'sum(increase(ecom_orders_shed_total[1h])) + sum(increase(ecom_gateway_shed_total[1h]))'),
    figure('Dead letters', 'Messages that no attempt could apply; an operator decides about them.', { unit: 'short' }, 'sum(ecom_inbox_dead_letters_waiting)', 1),
    figure('Dead mails', 'Mails that are not tried any more; an operator decides about them.', { unit: 'short' }, 'sum(ecom_notification_dead)', 1),
    figure('Failures of the provider', 'Share of the calls to the payment provider that got no good answer.', { unit: 'percentunit' },
      `(${share('http_client_requests_seconds_count{service="payment-service",outcome=~"SERVER_ERROR|UNKNOWN"}', 'http_client_requests_seconds_count{service="payment-service"}')}) or vector(0)`, 0.05),
  ]],
]);
