/** Finds how a name is given: as it is written, or else whatever the letter case; `undefined` where it isn't. */
export function spellings(names: readonly string[]): (name: string) => string | undefined {
  const exact = new Set(names);
  const folded = new Map<string, string>();
  for (const name of names) {
    const lower = name.toLowerCase();
    if (!folded.has(lower)) folded.set(lower, name);
  }
  return (name) => (exact.has(name) ? name : folded.get(name.toLowerCase()));
}
