/** A TextMate rule, as far as these grammars use them. The language is VS Code's: begin/while included. */
export type Rule = Include | Match | Span | Block;

interface Include {
  readonly include: string;
}

interface Match {
  readonly name?: string;
  readonly match: string;
  readonly captures?: Captures;
}

/** From `begin` to `end`, however many lines that is: what is never closed colours all that follows. */
interface Span extends Body {
  readonly begin: string;
  readonly end: string;
  readonly endCaptures?: Captures;
}

/** From `begin` for as long as lines match `while`, whatever is still open inside. */
interface Block extends Body {
  readonly begin: string;
  readonly while: string;
}

interface Body {
  readonly name?: string;
  readonly contentName?: string;
  readonly beginCaptures?: Captures;
  readonly patterns: readonly Rule[];
}

export type Captures = Readonly<
  Record<string, { readonly name?: string; readonly patterns?: readonly Rule[] }>
>;

export type Repository = Readonly<Record<string, { readonly patterns: readonly Rule[] }>>;

export interface Grammar {
  readonly name: string;
  readonly scopeName: string;
  readonly injections?: Repository;
  readonly patterns: readonly Rule[];
  readonly repository: Repository;
}

export const include = (name: string): Rule => ({ include: name });

/** Captures that only name scopes, by group number. */
export function scopes(names: Readonly<Record<number, string>>): Captures {
  return Object.fromEntries(Object.entries(names).map(([group, name]) => [group, { name }]));
}

/** One of some words, longest first where one begins another. */
export function oneOf(words: readonly string[]): string {
  return `(?:${[...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|')})`;
}
