import { type Token, tokensOf } from './tokens.ts';

/** A module or script, cut into words. */
export interface Source {
  readonly text: string;
  readonly tokens: readonly Token[];
}

export function sourceOf(text: string): Source {
  return { text, tokens: tokensOf(text) };
}

export function textAt({ tokens }: Source, index: number): string {
  return tokens[index]?.text ?? '';
}

/** Whether these words stand at an index, one behind the other. */
export function stands(source: Source, index: number, ...words: readonly string[]): boolean {
  return words.every((word, i) => textAt(source, index + i) === word);
}

/** The index behind the partner of the bracket at an index; behind the bracket itself where it has none. */
export function behind({ tokens }: Source, index: number): number {
  const partner = tokens[index]?.partner ?? -1;
  return Math.max(partner, index) + 1;
}

/** The indices of the words of a stretch that aren't inside of brackets there, nor close one that is opened there. */
export function* topLevel(source: Source, start: number, end: number): Iterable<number> {
  for (let at = start; at < end; at++) {
    yield at;
    const partner = source.tokens[at]?.partner ?? -1;
    if (partner > at) at = partner;
  }
}
