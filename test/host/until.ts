/**
 * Waits until the condition gives a value other than undefined, and resolves to that value. For what can't be
 * said as one Playwright locator; those wait by themselves. Rejects after `within` ms with what was waited for
 * and what was seen last.
 */
export async function until<Value>(
  what: string,
  condition: () => Promise<Value | undefined>,
  { within = 20_000, seen = () => '' }: { within?: number; seen?: () => string } = {},
): Promise<Value> {
  const end = performance.now() + within;
  for (;;) {
    const value = await condition();
    if (value !== undefined) return value;
    if (performance.now() > end) throw new Error(`Waited ${within} ms for ${what}. ${seen()}`.trim());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
