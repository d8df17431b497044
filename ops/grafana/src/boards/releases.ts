import { board, figure, graph } from '../panels.ts';

const told = (event: string, status: string) => `sum(increase(release_gate_rollback_callback_total{event="${event}",status="${status}"}[$__range]))`;

export const releases = board('releases', 'releases and drills', 'What the pipeline told the gateway: gates, deployments, smoke tests, rollbacks and drills.', [
  ['In the chosen time', [
    figure('Deployments', 'Deployments that went through.', { unit: 'short' }, told('deployment', 'passed')),
    figure('Deployments that failed', 'Deployments that did not go through.', { unit: 'short' }, told('deployment', 'failed'), 1),
    figure('Rollbacks', 'Releases that were taken back.', { unit: 'short' }, told('rollback', 'passed'), 1),
    figure('Rollbacks that failed', 'Releases that should have been taken back and were not.', { unit: 'short' }, told('rollback', 'failed'), 1),
    figure('Gates that refused', 'Releases that a gate did not let through.', { unit: 'short' }, told('gate', 'failed')),
    figure('Smoke tests that failed', 'Deployed releases that did not answer as they should.', { unit: 'short' }, told('smoke', 'failed'), 1),
    figure('Drills', 'Drills that were passed.', { unit: 'short' }, told('drill', 'passed')),
    figure('Callbacks that could not be verified', 'Reports with a wrong signature, or about a failure.', { unit: 'short' }, 'sum(increase(release_gate_rollback_callback_failure_total[$__range]))'),
  ]],
  ['Over time', [
    graph('Reports', 'Reports of the pipeline per hour, by environment, event and status.', { unit: 'short', width: 24 },
      ['sum by (environment, event, status) (increase(release_gate_rollback_callback_total[1h]))', '{{environment}} {{event}} {{status}}']),
    graph('Restarts', 'Seconds since the youngest process of each service started; each deployment begins at zero.', { unit: 's', width: 24 }, ['min by (service) (process_uptime_seconds)', '{{service}}']),
  ]],
]);
