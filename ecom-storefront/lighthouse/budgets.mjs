/** What every page has to reach, and the least of it that counts whatever else the machine does. */
export const SCORES = { accessibility: 95, bestPractices: 95, seo: 95 };

/** In milliseconds, but for the score. Nobody can say them of a machine that has other things to do. */
export const TIMINGS = { performance: { least: 95 }, lcp: { most: 1_800 }, tbt: { most: 150 } };

/** Bytes are those that go through the network, with the headers of each answer. */
export const WEIGHTS = { cls: 0.02, scriptBytes: 148_000, requests: 30, bytes: 450_000 };

/** Of Lighthouse's own benchmark; slower machines, or busy ones, give other times and not other pages. */
export const LEAST_BENCHMARK = 1_500;

/** How much of all processors others may use while nothing is measured. */
export const MOST_BUSY = 0.15;
