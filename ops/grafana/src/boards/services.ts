import { board, figure, graph, perSecond, quantiles, service, share } from '../panels.ts';

const its = (metric: string, more = '') => `${metric}{service=~"$service"${more}}`;

export const services = board('services', 'services', 'One service: rate, errors and duration of its requests; use, saturation and errors of what it runs on.', [
  ['Requests: rate, errors, duration', [
    graph('Rate', 'Requests per second by status; 0 before the first one.', { unit: 'reqps', width: 8 }, [`${perSecond(its('http_server_requests_seconds_count'), 'status')} or vector(0)`, '{{status}}']),
    graph('Errors', 'Share of requests that ended with 5xx.', { unit: 'percentunit', width: 8 },
      [`(${share(its('http_server_requests_seconds_count', ',outcome="SERVER_ERROR"'), its('http_server_requests_seconds_count'))}) or vector(0)`, '5xx']),
    graph('Duration', 'Mean time of a request, and the longest lately.', { unit: 's', width: 8 },
      [`${perSecond(its('http_server_requests_seconds_sum'))} / clamp_min(${perSecond(its('http_server_requests_seconds_count'))}, 0.001) or vector(0)`, 'mean'],
      [`max(${its('http_server_requests_seconds_max')}) or vector(0)`, 'longest']),
  ]],
  ['Messages', [
    graph('Consumed', 'Messages per second by what became of them; search and gateway publish none.', { unit: 'ops', width: 8 },
      [`${perSecond(its('ecom_inbox_messages_total'), 'outcome')} or vector(0)`, '{{outcome}}']),
    graph('Lag', 'Messages that its consumers are yet to consume.', { unit: 'short', width: 8 }, [`sum by (group) (${its('ecom_inbox_lag')}) or vector(0)`, '{{group}}']),
    graph('Yet to be published', 'Events in its outbox.', { unit: 'short', width: 8 }, [`sum(${its('ecom_outbox_pending')}) or vector(0)`, 'pending']),
  ]],
  ['Use, saturation, errors', [
    graph('CPU', 'Share of all cores that the process uses, and that the machine uses.', { unit: 'percentunit', width: 8 },
      [`max(${its('process_cpu_usage')})`, 'process'], [`max(${its('system_cpu_usage')})`, 'machine']),
    graph('Heap', 'Share of the heap that is used.', { unit: 'percentunit', width: 8 },
      [`sum by (instance) (${its('jvm_memory_used_bytes', ',area="heap"')}) / sum by (instance) (${its('jvm_memory_max_bytes', ',area="heap"')} > 0)`, '{{instance}}']),
    graph('Connections to the database', 'Connections in use, the most there may be, and requests that wait for one.', { unit: 'short', width: 8 },
      [`sum(${its('hikaricp_connections_active')}) or vector(0)`, 'in use'], [`sum(${its('hikaricp_connections_max')}) or vector(0)`, 'most'],
      [`sum(${its('hikaricp_connections_pending')}) or vector(0)`, 'waiting']),
    graph('Log', 'Warnings and errors per second.', { unit: 'ops', width: 8 },
      [perSecond(its('logback_events_total', ',level="warn"')), 'warnings'], [perSecond(its('logback_events_total', ',level="error"')), 'errors']),
    figure('Up since', 'Seconds since the youngest process of the service started.', { unit: 's', width: 8 }, `min(${its('process_uptime_seconds')})`),
    figure('Clock', 'By how many seconds a clock of the service differs from that of Prometheus, at most.', { unit: 's', width: 8 },
      `max(abs(${its('ecom_clock_seconds')} - timestamp(${its('ecom_clock_seconds')})))`),
    figure('Free disk', 'Share of the disk that is free.', { unit: 'percentunit', width: 8 }, `min(${its('disk_free_bytes')} / ${its('disk_total_bytes')})`),
  ]],
], [service()]);
