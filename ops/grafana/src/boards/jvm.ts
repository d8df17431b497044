import { board, graph, perSecond } from '../panels.ts';

export const jvm = board('jvm', 'JVM', 'Memory, garbage collection, threads and compilation of every service.', [
  ['Memory', [
    graph('Heap in use', 'Share of the heap in use, the fullest instance of each service.', { unit: 'percentunit' },
      ['max by (service) (sum by (service, instance) (jvm_memory_used_bytes{area="heap"}) / sum by (service, instance) (jvm_memory_max_bytes{area="heap"} > 0))', '{{service}}']),
    graph('After a collection', 'Share of the heap that live objects fill. Near 1 the service is about to fail.', { unit: 'percentunit' }, ['max by (service) (jvm_memory_usage_after_gc)', '{{service}}']),
    graph('Outside the heap', 'Classes, compiled code and the like.', { unit: 'bytes' }, ['sum by (service) (jvm_memory_used_bytes{area="nonheap"})', '{{service}}']),
    graph('Allocated', 'Bytes per second that are allocated.', { unit: 'bytes' }, [perSecond('jvm_gc_memory_allocated_bytes_total', 'service'), '{{service}}']),
  ]],
  ['Time', [
    graph('Collecting garbage', 'Share of the time that went into collections.', { unit: 'percentunit' }, ['max by (service) (jvm_gc_overhead)', '{{service}}']),
    graph('Longest pause', 'Longest pause of a collection lately.', { unit: 's' }, ['max by (service) (jvm_gc_pause_seconds_max)', '{{service}}']),
    graph('Compiling', 'Milliseconds of compiling per second.', { unit: 'short' }, [perSecond('jvm_compilation_time_ms_total', 'service'), '{{service}}']),
    graph('CPU', 'Share of all cores that each service uses.', { unit: 'percentunit' }, ['max by (service) (process_cpu_usage)', '{{service}}']),
  ]],
  ['Threads and files', [
    graph('Threads', 'Live platform threads.', { unit: 'short' }, ['sum by (service) (jvm_threads_live_threads)', '{{service}}']),
    graph('Open files', 'Share of the files and sockets that a process may have open.', { unit: 'percentunit' }, ['max by (service) (process_files_open_files / process_files_max_files)', '{{service}}']),
  ]],
]);
