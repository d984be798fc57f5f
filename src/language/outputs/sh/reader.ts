import type { Written } from '../written.ts';

/** Stands in a word for the path of the outputs file. */
export const OUTPUT_FILE = '\uFDD2';

/** How far a script of sh or one of its kin has been read. */
export interface Reader {
  readonly source: string;
  pos: number;
  /** How many `$(`, `{`, `if` … are open. */
  depth: number;
  /** Something wasn't understood. */
  isLost: boolean;
  /** How often the outputs file was named and seen to be. */
  mentions: number;
  /** The variables that hold the path of the outputs file. */
  readonly pathNames: Set<string>;
  /** Here-documents whose text begins on the next line. */
  waiting: HereDocument[];
  /** Reads commands up to a closing bracket, which is left standing. Set once: words and commands hold each other. */
  readonly inner: (reader: Reader) => void;
}

export interface HereDocument {
  readonly marker: string;
  readonly raw: boolean;
  /** `<<-`: tabs before its lines don't count. */
  readonly indented: boolean;
  body: Written;
}

/** Scripts that nest deeper aren't followed. */
export const DEEPEST = 60;

/** Goes on behind `found`, if that is what stands here. */
export function take(reader: Reader, found: string): boolean {
  if (!reader.source.startsWith(found, reader.pos)) return false;
  reader.pos += found.length;
  return true;
}

/** The rest of the source where a pattern (sticky) fits, from here on. */
export function match(reader: Reader, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = reader.pos;
  const found = pattern.exec(reader.source);
  if (found === null) return undefined;
  reader.pos += found[0].length;
  return found;
}
