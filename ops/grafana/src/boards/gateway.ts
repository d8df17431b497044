import { board, figure, graph, perSecond, quantile, quantiles } from '../panels.ts';

export const gateway = board('gateway', 'gateway', 'What comes in, how long it takes, and what the gateway refuses to protect the rest.', [
  ['Requests', [
    graph('By how they ended', 'Requests per second.', { unit: 'reqps' }, [perSecond('ecom_gateway_requests_seconds_count', 'outcome'), '{{outcome}}']),
    graph('By service', 'Requests per second by the service that was asked.', { unit: 'reqps' }, [perSecond('ecom_gateway_requests_seconds_count', 'target'), '{{target}}']),
    graph('Duration', 'Time within which half, 95 % and 99 % of all requests are answered.', { unit: 's' }, ...quantiles('ecom_gateway_requests_seconds_bucket')),
    graph('Slowest of twenty, by service', 'Time within which 95 % of a service\'s requests are answered.', { unit: 's' }, [quantile(0.95, 'ecom_gateway_requests_seconds_bucket', 'target'), '{{target}}']),
  ]],
  ['By operation', [
    graph('Status', 'Requests per second by status.', { unit: 'reqps' }, [perSecond('http_server_requests_seconds_count{service="api-gateway"}', 'status'), '{{status}}']),
    graph('Busiest operations', 'Requests per second of the ten busiest operations.', { unit: 'reqps' },
      [`topk(10, ${perSecond('http_server_requests_seconds_count{service="api-gateway"}', 'method, uri')})`, '{{method}} {{uri}}']),
  ]],
  ['Protection', [
    figure('Open breakers', 'Operations that the gateway does not forward at the moment because their service fails.', { unit: 'short' }, 'sum(resilience4j_circuitbreaker_state{state="open"}) or vector(0)', 1),
    figure('Shed, last hour', 'Requests refused with Retry-After because they could not be answered in time.', { unit: 'short' }, 'sum(increase(ecom_gateway_shed_total[1h]))'),
    figure('Revocations in memory', 'Ended sessions and tokens that the gateway refuses.', { unit: 'short' }, 'sum(ecom_revocations_remembered{service="api-gateway"})'),
    figure('Rollback callbacks, last day', 'What the release pipeline reported.', { unit: 'short' }, 'sum(increase(release_gate_rollback_callback_total[1d]))'),
    graph('Admission', 'Requests under way and how many may be, per operation.', { unit: 'short' },
      ['sum by (operation) (ecom_gateway_under_way)', 'under way {{operation}}'], ['sum by (operation) (ecom_gateway_limit)', 'limit {{operation}}']),
    graph('Shed', 'Requests per second that were refused before any work.', { unit: 'ops' }, [perSecond('ecom_gateway_shed_total', 'operation'), '{{operation}}']),
  ]],
]);
