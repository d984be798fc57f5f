import type { Range } from '../../model/text.ts';

/** The offset behind the colon of a key; `undefined` where it has none on its line. */
export function behindKey(text: string, { end }: Range): number | undefined {
  const [colon] = /^["']?[ \t]*:/.exec(text.slice(end, end + 20)) ?? [];
  return colon === undefined ? undefined : end + colon.length;
}
