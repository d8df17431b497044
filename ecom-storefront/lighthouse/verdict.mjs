import { LEAST_BENCHMARK, MOST_BUSY, SCORES, TIMINGS, WEIGHTS } from './budgets.mjs';

/** The audit that finds fault with pages no search engine is to keep, as basket and search are on purpose. */
const CRAWLABLE = 'is-crawlable';

/**
 * One visit in figures: scores of 100, times in milliseconds, sizes in bytes.
 *
 * @param report what Lighthouse found
 * @param busy how much of the processors was in use just before, from 0 to 1
 */
export function figuresOf(report, busy) {
  const requests = report.audits['network-requests'].details.items;
  const sum = (all) => all.reduce((bytes, it) => bytes + it.transferSize, 0);
  return {
    performance: 100 * report.categories.performance.score,
    accessibility: 100 * report.categories.accessibility.score,
    bestPractices: 100 * report.categories['best-practices'].score,
    seo: 100 * scoreWithout(CRAWLABLE, report.categories.seo, report.audits),
    lcp: report.audits['largest-contentful-paint'].numericValue,
    cls: report.audits['cumulative-layout-shift'].numericValue,
    tbt: report.audits['total-blocking-time'].numericValue,
    scriptBytes: sum(requests.filter((it) => it.resourceType === 'Script')),
    bytes: sum(requests),
    requests: requests.length,
    isIndexed: report.audits[CRAWLABLE].score === 1,
    isQuiet: busy <= MOST_BUSY && report.environment.benchmarkIndex >= LEAST_BENCHMARK,
    faults: faultsIn(report),
  };
}

function scoreWithout(audit, category, audits) {
  const counted = category.auditRefs.filter((it) => it.id !== audit && it.weight > 0 && audits[it.id].score !== null);
  const weight = counted.reduce((sum, it) => sum + it.weight, 0);
  return counted.reduce((sum, it) => sum + it.weight * audits[it.id].score, 0) / weight;
}

/** What was found wrong that is no matter of speed, so that it need not be looked for. */
function faultsIn(report) {
  const categories = ['accessibility', 'best-practices', 'seo'].map((it) => report.categories[it]);
  const audits = categories.flatMap((it) => it.auditRefs.filter((ref) => ref.weight > 0 && ref.id !== CRAWLABLE).map((ref) => report.audits[ref.id]));
  return audits.filter((it) => it.score !== null && it.score < 1).map((it) => it.title);
}

/** Of several visits to the same page: what it comes to, and what of it is not as it has to be. */
export function verdictOn(visits, { isIndexed }) {
  const median = Object.fromEntries(
    Object.keys(visits[0])
      .filter((it) => typeof visits[0][it] === 'number')
      .map((it) => [it, middle(visits.map((visit) => visit[it]))]),
  );
  const isQuiet = visits.every((it) => it.isQuiet);
  const wrong = [];
  for (const [what, least] of Object.entries(SCORES)) {
    if (median[what] < least) {
      wrong.push(`${what} ${Math.round(median[what])} < ${least} (${visits[0].faults.join('; ')})`);
    }
  }
  for (const [what, most] of Object.entries(WEIGHTS)) {
    if (median[what] > most) {
      wrong.push(`${what} ${round(median[what])} > ${most}`);
    }
  }
  if (visits.some((it) => it.isIndexed !== isIndexed)) {
    wrong.push(isIndexed ? 'search engines may not keep it' : 'search engines may keep it');
  }
  for (const [what, { least, most }] of isQuiet ? Object.entries(TIMINGS) : []) {
    if (median[what] < least || median[what] > most) {
      wrong.push(`${what} ${round(median[what])} ${least ? `< ${least}` : `> ${most}`}`);
    }
  }
  return { ...median, isQuiet, faults: [...new Set(visits.flatMap((it) => it.faults))], wrong };
}

function middle(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function round(value) {
  return Math.round(1_000 * value) / 1_000;
}
