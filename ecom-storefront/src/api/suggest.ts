export type Suggested = { kind: 'product' | 'category' | 'brand' | 'query' | 'words'; text: string; href: string; price?: string; image?: string };

/** From the browser to the shop's own server; none where it does not answer. */
export async function suggestionsFor(q: string, signal: AbortSignal): Promise<Suggested[]> {
  try {
    const response = await fetch(`/search/suggestions?q=${encodeURIComponent(q)}`, { signal });
    return response.ok ? await response.json() : [];
  } catch {
    return [];
  }
}
