import { describe, expect, test } from 'vitest';
import { WEIGHTS } from './budgets.mjs';
import { figuresOf, verdictOn } from './verdict.mjs';

const QUIET = 0.02;
const FAST = 2_000;

type Told = { seo?: Record<string, number>; performance?: number; lcp?: number; benchmark?: number; scripts?: number[]; practices?: number };

/** A report as Lighthouse gives it, as far as it is read. */
function report({ seo = { 'is-crawlable': 1, title: 1 }, performance = 1, lcp = 900, benchmark = FAST, scripts = [1_000], practices = 1 }: Told = {}) {
  const audits: Record<string, object> = {
    'network-requests': { score: 1, details: { items: [{ resourceType: 'Document', transferSize: 500 }, ...scripts.map((it) => ({ resourceType: 'Script', transferSize: it }))] } },
    'largest-contentful-paint': { score: 1, numericValue: lcp },
    'cumulative-layout-shift': { score: 1, numericValue: 0 },
    'total-blocking-time': { score: 1, numericValue: 10 },
    console: { score: practices, title: 'Errors were logged' },
  };
  for (const [id, score] of Object.entries(seo)) {
    audits[id] = { score, title: id };
  }
  const weighed = (ids: string[]) => ids.map((id) => ({ id, weight: 1 }));
  return {
    audits,
    environment: { benchmarkIndex: benchmark },
    categories: {
      performance: { score: performance, auditRefs: [] },
      accessibility: { score: 1, auditRefs: [] },
      'best-practices': { score: practices, auditRefs: weighed(['console']) },
      seo: { score: 1, auditRefs: weighed(Object.keys(seo)) },
    },
  };
}

const visited = (...told: Told[]) => told.map((it) => figuresOf(report(it), QUIET));
const INDEXED = { isIndexed: true };

describe('what Lighthouse says', () => {
  test('passes where all is well', () => {
    expect(verdictOn(visited({}, {}, {}), INDEXED)).toMatchObject({ performance: 100, seo: 100, scriptBytes: 1_000, bytes: 1_500, requests: 2, wrong: [] });
  });

  test('counts by the middle of the visits', () => {
    expect(verdictOn(visited({ lcp: 9_000 }, { lcp: 1_000 }, { lcp: 900 }), INDEXED)).toMatchObject({ lcp: 1_000, wrong: [] });
    expect(verdictOn(visited({ lcp: 1_900 }, { lcp: 1_000 }, { lcp: 2_000 }), INDEXED).wrong).toEqual(['lcp 1900 > 1800']);
  });

  test('says nothing of times on a machine that is slow or has other things to do', () => {
    const slow = visited({ lcp: 9_000, performance: 0.5, benchmark: 900 });
    expect(verdictOn(slow, INDEXED)).toMatchObject({ isQuiet: false, wrong: [] });
    expect(verdictOn([figuresOf(report({ lcp: 9_000 }), 0.6)], INDEXED)).toMatchObject({ isQuiet: false, wrong: [] });
  });

  test('fails by bytes whatever the machine does', () => {
    const heavy = figuresOf(report({ benchmark: 500, scripts: [WEIGHTS.scriptBytes, 1] }), 0.9);
    expect(verdictOn([heavy], INDEXED).wrong).toEqual([`scriptBytes ${WEIGHTS.scriptBytes + 1} > ${WEIGHTS.scriptBytes}`]);
  });

  test('names what is behind a score that is too low', () => {
    expect(verdictOn(visited({ practices: 0.9 }), INDEXED).wrong).toEqual(['bestPractices 90 < 95 (Errors were logged)']);
  });

  test('counts the search engines’ score without what is kept from them on purpose, and holds that it is', () => {
    const hidden = visited({ seo: { 'is-crawlable': 0, title: 1 } });
    expect(verdictOn(hidden, { isIndexed: false })).toMatchObject({ seo: 100, wrong: [] });
    expect(verdictOn(hidden, INDEXED).wrong).toEqual(['search engines may not keep it']);
    expect(verdictOn(visited({}), { isIndexed: false }).wrong).toEqual(['search engines may keep it']);
    expect(verdictOn(visited({ seo: { 'is-crawlable': 0, title: 0 } }), { isIndexed: false }).wrong).toHaveLength(1);
  });
});
