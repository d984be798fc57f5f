/** Finds all occurrences of many patterns in one pass over bytes, whatever pieces they come in. */
export interface Finder {
  /**
   * Goes over bytes, from the state after those before them (0 at first); returns the state after them. Tells of each
   * byte of a piece with which patterns end the place behind it, and the length of the longest.
   */
  scan(state: number, bytes: Uint8Array, found: (end: number, length: number) => void): number;
  /** How many of the last bytes may be the beginning of a pattern: what begins before them doesn't go on. */
  open(state: number): number;
}

/** Source: Aho and Corasick, Efficient string matching, 1975. Patterns aren't empty. */
export function finder(patterns: readonly Uint8Array[]): Finder {
  const most = patterns.reduce((sum, { length }) => sum + length, 1);
  const byteOf = new Uint8Array(most);
  const firstChild = new Int32Array(most);
  const sibling = new Int32Array(most);
  const depth = new Int32Array(most);
  const longest = new Int32Array(most);
  /** The state of the longest other suffix that is the beginning of a pattern. */
  const fallback = new Int32Array(most);
  /** Most bytes begin nothing: those children are looked up at once. */
  const fromStart = new Int32Array(256);
  /** By two bytes, whether a pattern begins with them: nearly all bytes of a text are passed over by this alone. */
  const begins = new Uint8Array(65_536);
  let states = 1;

  for (const pattern of patterns) {
    let state = 0;
    for (const byte of pattern) state = childOf(state, byte) || addChild(state, byte);
    longest[state] = pattern.length;
    const [first = 0, second] = pattern;
    if (second === undefined) begins.fill(1, first << 8, (first + 1) << 8);
    else begins[(first << 8) | second] = 1;
  }
  for (const state of breadthFirst()) {
    for (let child = firstChild[state] ?? 0; child !== 0; child = sibling[child] ?? 0) {
      const suffix = state === 0 ? 0 : next(fallback[state] ?? 0, byteOf[child] ?? 0);
      fallback[child] = suffix;
      longest[child] ||= longest[suffix] ?? 0;
    }
  }
  return { scan, open: (state) => depth[state] ?? 0 };

  function scan(from: number, bytes: Uint8Array, found: (end: number, length: number) => void): number {
    const last = bytes.length - 1;
    let state = from;
    for (let i = 0; i <= last; i++) {
      if (state === 0) while (i < last && begins[((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0)] === 0) i++;
      state = next(state, bytes[i] ?? 0);
      const length = longest[state] ?? 0;
      if (length > 0) found(i + 1, length);
    }
    return state;
  }

  function next(from: number, byte: number): number {
    for (let state = from; ; state = fallback[state] ?? 0) {
      const child = childOf(state, byte);
      if (child !== 0 || state === 0) return child;
    }
  }

  function childOf(state: number, byte: number): number {
    if (state === 0) return fromStart[byte] ?? 0;
    let child = firstChild[state] ?? 0;
    while (child !== 0 && byteOf[child] !== byte) child = sibling[child] ?? 0;
    return child;
  }

  function addChild(state: number, byte: number): number {
    const child = states++;
    byteOf[child] = byte;
    depth[child] = (depth[state] ?? 0) + 1;
    sibling[child] = firstChild[state] ?? 0;
    firstChild[state] = child;
    if (state === 0) fromStart[byte] = child;
    return child;
  }

  function* breadthFirst(): Iterable<number> {
    let level = [0];
    while (level.length > 0) {
      yield* level;
      level = level.flatMap((state) => {
        const children: number[] = [];
        for (let child = firstChild[state] ?? 0; child !== 0; child = sibling[child] ?? 0)
          children.push(child);
        return children;
      });
    }
  }
}
