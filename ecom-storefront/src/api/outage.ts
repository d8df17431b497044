type Answers = { getStore(): { lacksContent: boolean } | undefined };

/**
 * For pages that could not be given what they are for: their document goes out as 503, so that neither search engines
 * nor caches take it for the page. `scripts/outage-status.mjs` listens; the development server has nobody who does.
 */
export function lacksContent(): void {
  const answer = (globalThis as typeof globalThis & { ecomAnswers?: Answers }).ecomAnswers?.getStore();
  if (answer) {
    answer.lacksContent = true;
  }
}
