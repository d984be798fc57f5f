import type { Scan } from '../scan.ts';

/** A JavaScript text while it is read. */
export interface JavaScript {
  readonly brackets: Bracket[];
  /** How many of them have a `harm`: one at most, the outermost counts. */
  harmful: number;
  /** What came last: `value` for the end of one, a word, or a character. */
  last: string;
  /** The last name, what it is a member of, and whether it is one. */
  word: string;
  object: string;
  member: boolean;
  /** Up to here a `/` is known to begin no regular expression. */
  noExpressionBefore: number;
}

export interface Bracket {
  /** `(`, `[`, `{`, or `${` in a template. */
  readonly char: string;
  readonly start: number;
  /** The fault of a value between it and its end. */
  readonly harm: string | undefined;
  /** It holds the condition of a statement. */
  readonly condition: boolean;
  /** Of `${`: its template is tagged. */
  readonly tagged: boolean;
}

export function newJavaScript(scan: Scan): JavaScript {
  return {
    brackets: [],
    harmful: 0,
    last: ';',
    word: '',
    object: '',
    member: false,
    noExpressionBefore: scan.pos,
  };
}

export function reference(name: string): string {
  return `process.env.${name}`;
}

/** Whether what came last ended a value, so that a `/` divides and a backtick begins a tagged template. */
export function valueEnded({ last }: JavaScript): boolean {
  return last.length > 1 && !OPERATORS.has(last) ? true : /[\w$\u0080-\uffff]/.test(last);
}

const OPERATORS: ReadonlySet<string> = new Set(
  'return typeof case in of new delete void throw instanceof do else yield await import from export default'.split(
    ' ',
  ),
);
