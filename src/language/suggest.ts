import { nearest } from '../model/nearest.ts';

/** Comparisons of one analysis: a file full of unknown names among thousands of tasks mustn't take seconds. */
const MOST_COMPARISONS = 300_000;

/** The known name that a misspelt one most likely meant. */
export type Suggest = (name: string, known: readonly string[]) => string | undefined;

export function createSuggest(): Suggest {
  let left = MOST_COMPARISONS;
  return (name, known) => {
    left -= known.length;
    return left < 0 ? undefined : nearest(name, known);
  };
}

/** ` Did you mean "train"?`, or nothing. */
export function didYouMean(name: string | undefined): string {
  return name === undefined ? '' : ` Did you mean "${name}"?`;
}
