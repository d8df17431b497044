import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { board, figure, graph, type Section } from '../panels.ts';

type Slo = { slo: string; promise: string; objective: number };

const { slos } = parse(readFileSync(new URL('../../../prometheus/slos.yaml', import.meta.url), 'utf8')) as { slos: Slo[] };

/** The share of requests that may fail. */
const allowed = (it: Slo) => Number(((100 - it.objective) / 100).toFixed(6));

const left = (it: Slo) => `1 - avg_over_time(slo:errors:ratio_rate1h{slo="${it.slo}"}[30d]) / ${allowed(it)}`;
const burned = (it: Slo, window: string) => `slo:errors:ratio_rate${window}{slo="${it.slo}"} / ${allowed(it)}`;

const section = (it: Slo): Section => [
  `${it.promise}: ${it.objective} %`,
  [
    figure(`Budget left: ${it.slo}`, 'Share of the errors of 30 days that may still happen; below 0 the promise is broken.', { unit: 'percentunit', width: 6 }, left(it)),
    figure(`Errors, last hour: ${it.slo}`, 'Share of the last hour that was not as promised.', { unit: 'percentunit', width: 6 }, `slo:errors:ratio_rate1h{slo="${it.slo}"}`, allowed(it)),
    graph(`Burning: ${it.slo}`, 'How many times faster than allowed. Somebody is called at 14.4 for an hour, 6 for six hours, 3 for a day.', { unit: 'none', width: 12 },
      ...['5m', '1h', '6h'].map((window) => [burned(it, window), window] as const)),
  ],
];

export const budgets = board('error-budgets', 'error budgets', 'What the shop promises its customers, and how much of what may fail has failed.', slos.map(section));
