import { type ArgumentWatch, watchArguments } from '../argumentWatch.ts';
import type { Scan } from '../scan.ts';

/** A PowerShell script while it is read. */
export interface PowerShell extends Scan {
  readonly brackets: Bracket[];
  statement: Statement;
}

export interface Bracket {
  readonly start: number;
  /** The statement that it stands in. */
  readonly outer: Statement;
  /** Of a `$(` in an expandable text: which kind of text goes on behind its end, and where it began. */
  readonly text: { readonly kind: TextKind; readonly start: number } | undefined;
  /** The fault of every value in it. */
  readonly harm: string | undefined;
}

/** An expandable text ends at a quote, or at a line that begins with `"@`. */
export type TextKind = 'string' | 'here-string';

export interface Statement {
  readonly start: number;
  /** Where the pipeline begins that it is a part of. */
  readonly pipeline: number;
  /** In a command words are arguments, as in other shells; in an expression they are code. */
  mode: 'start' | 'command' | 'expression';
  readonly watch: ArgumentWatch;
}

export function newStatement(start: number, pipeline = start): Statement {
  return { start, pipeline, mode: 'start', watch: watchArguments() };
}

export function reference(name: string): string {
  return `\${env:${name}}`;
}

/** PowerShell takes typographic quotes for quotes. */
export function isDouble(char: string): boolean {
  return char !== '' && '"\u201C\u201D\u201E'.includes(char);
}

export function isSingle(char: string): boolean {
  return char !== '' && "'\u2018\u2019\u201A\u201B".includes(char);
}
