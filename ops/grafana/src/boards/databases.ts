import { board, graph, perSecond } from '../panels.ts';

const mysql = 'mysqld_exporter';

export const databases = board('mysql', 'MySQL', 'How services get along with their databases, and the databases themselves.', [
  ['As services see it', [
    graph('Connections in use', 'Connections that work at the moment.', { unit: 'short' }, ['sum by (service) (hikaricp_connections_active)', '{{service}}']),
    graph('Waiting for a connection', 'Requests that wait because all connections of the pool are in use.', { unit: 'short' }, ['sum by (service) (hikaricp_connections_pending)', '{{service}}']),
    graph('Wait for a connection', 'Mean time until a request has its connection.', { unit: 's' },
      [`${perSecond('hikaricp_connections_acquire_seconds_sum', 'service')} / clamp_min(${perSecond('hikaricp_connections_acquire_seconds_count', 'service')}, 0.001)`, '{{service}}']),
    graph('Time a connection is held', 'Mean time between taking and returning a connection: about a transaction.', { unit: 's' },
      [`${perSecond('hikaricp_connections_usage_seconds_sum', 'service')} / clamp_min(${perSecond('hikaricp_connections_usage_seconds_count', 'service')}, 0.001)`, '{{service}}']),
    graph('No connection in time', 'Requests per second that got none.', { unit: 'ops' }, [perSecond('hikaricp_connections_timeout_total', 'service'), '{{service}}']),
    graph('Share of the pool in use', 'At 1 the next request waits.', { unit: 'percentunit' }, ['sum by (service) (hikaricp_connections_active) / sum by (service) (hikaricp_connections_max)', '{{service}}']),
  ]],
  ['The server', [
    graph('Statements', 'Statements per second.', { unit: 'ops', exporter: mysql }, ['sum(rate(mysql_global_status_questions[$__rate_interval]))', 'statements']),
    graph('Threads', 'Statements that run at the moment.', { unit: 'short', exporter: mysql }, ['sum(mysql_global_status_threads_running)', 'running']),
    graph('Waits for row locks', 'Waits per second.', { unit: 'ops', exporter: mysql }, ['sum(rate(mysql_global_status_innodb_row_lock_waits[$__rate_interval]))', 'waits']),
  ]],
]);
