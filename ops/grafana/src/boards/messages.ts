import { board, figure, graph, perSecond, quantile } from '../panels.ts';

const broker = 'jmx_prometheus_javaagent at the brokers';

export const messages = board('messages', 'messages', 'Events on their way: outboxes, Kafka, consumers, dead letters.', [
  ['Published', [
    graph('Yet to be published', 'Events in each outbox.', { unit: 'short' }, ['sum by (service) (ecom_outbox_pending)', '{{service}}']),
    graph('Oldest', 'Age of the oldest event in each outbox.', { unit: 's' }, ['max by (service) (ecom_outbox_oldest_age_seconds)', '{{service}}']),
    graph('Delivered', 'Events per second that the broker acknowledged.', { unit: 'ops' }, [perSecond('ecom_outbox_delivery_seconds_count', 'service'), '{{service}}']),
    graph('Slowest of a hundred deliveries', 'Time within which 99 % of a service\'s events are at the broker.', { unit: 's' }, [quantile(0.99, 'ecom_outbox_delivery_seconds_bucket', 'service'), '{{service}}']),
    figure('Parked events', 'Events that the broker refused for good; an operator decides about them.', { unit: 'short', width: 12 }, 'sum(ecom_outbox_parked)', 1),
    figure('Refused, last hour', 'Attempts at events that the broker does not take.', { unit: 'short', width: 12 }, 'sum(increase(ecom_outbox_refused_total[1h]))', 1),
  ]],
  ['Consumed', [
    graph('Lag', 'Messages that each consumer group is yet to consume.', { unit: 'short' }, ['sum by (group) (ecom_inbox_lag)', '{{group}}']),
    graph('What became of them', 'Messages per second; duplicates are recognized and do nothing.', { unit: 'ops' }, [perSecond('ecom_inbox_messages_total', 'outcome'), '{{outcome}}']),
    graph('Size of a batch', 'Messages that one transaction handles, on average.', { unit: 'short' },
      [`${perSecond('ecom_inbox_batch_size_sum', 'service')} / clamp_min(${perSecond('ecom_inbox_batch_size_count', 'service')}, 0.001)`, '{{service}}']),
    graph('Slowest of a hundred batches', 'Time from taking a batch to its commit.', { unit: 's' }, [quantile(0.99, 'ecom_inbox_batch_seconds_bucket', 'service'), '{{service}}']),
    graph('Until search shows it', 'Time within which 99 % of the events are in the index, by topic.', { unit: 's', width: 24 }, [quantile(0.99, 'ecom_search_index_lag_seconds_bucket', 'topic'), '{{topic}}']),
    figure('Dead letters', 'Messages that no attempt could apply; an operator decides about them.', { unit: 'short', width: 24 }, 'sum(ecom_inbox_dead_letters_waiting)', 1),
  ]],
  ['Kafka', [
    graph('Messages at the brokers', 'Messages per second that come in.', { unit: 'ops', exporter: broker }, ['sum(rate(kafka_server_brokertopicmetrics_messagesin_total[$__rate_interval]))', 'in']),
    figure('Under-replicated partitions', 'Partitions with fewer copies than wanted.', { unit: 'short', exporter: broker }, 'sum(kafka_server_replicamanager_underreplicatedpartitions)', 1),
    figure('Active controllers', 'Exactly one, or the cluster does not elect.', { unit: 'short', exporter: broker }, 'sum(kafka_controller_kafkacontroller_activecontrollercount)'),
  ]],
]);
