import { placeOf } from '../../src/files/place.ts';
import { type Analysis, analyze } from '../../src/language/analyze.ts';
import { complete } from '../../src/language/complete.ts';
import { linesOf } from '../../src/model/text.ts';
import type { Side } from './side.ts';

/** The language called as the extension calls it: in the process that has the text. */
export function inProcess(path: string): Side {
  let text = '';
  let analysis: Analysis | undefined;
  const place = placeOf(path);
  return {
    async open(whole) {
      text = whole;
      return shown();
    },
    async type(offset, letter) {
      text = text.slice(0, offset) + letter + text.slice(offset);
      return shown();
    },
    async complete(offset) {
      return analysis === undefined ? 0 : complete(analysis, offset).length;
    },
    async close() {},
  };

  /** Analyses, and makes places of lines and columns. */
  function shown(): number {
    analysis = analyze(text, place, analysis);
    const lines = linesOf(text);
    const places = analysis.diagnostics.map(({ range }) => [
      lines.position(range.start),
      lines.position(range.end),
    ]);
    return places.length;
  }
}
