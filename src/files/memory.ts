/** Answers that hold for a while: at every key that somebody presses, the same things are asked of a disk. */
export interface Memory {
  /** What was found for this key before, or what `look` finds now. */
  recall<T>(key: string, look: () => T): T;
}

/** `now` and `lasting` are in ms. */
export function createMemory(now: () => number, lasting: number): Memory {
  const known = new Map<string, { readonly at: number; readonly found: unknown }>();
  return {
    recall<T>(key: string, look: () => T): T {
      const before = known.get(key);
      if (before !== undefined && now() - before.at < lasting) return before.found as T;
      const found = look();
      if (known.size >= MOST) known.clear();
      known.set(key, { at: now(), found });
      return found;
    },
  };
}

/** As many as a large workflow names files; beyond that it is begun anew. */
const MOST = 20_000;

/** Nothing holds: each question is asked anew. */
export const FORGETFUL: Memory = { recall: (_, look) => look() };
