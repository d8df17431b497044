/** From the browser to the shop's own server. Nobody waits for it, and nothing on the page depends on it. */
export function reportClick(query: string, productId: string, position: number): void {
  navigator.sendBeacon?.('/search/clicks', JSON.stringify({ query, productId, position }));
}
