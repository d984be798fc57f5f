import { join } from 'node:path';
import { analyze } from '../../../src/language/analyze.ts';
import { hover } from '../../../src/language/hover.ts';
import { testCases } from './support/caseFile.ts';
import { cursorIn } from './support/cursor.ts';
import { pastRun } from './support/pastRun.ts';

/** Runs are told below the text, the newest first: see `pastRun`. Moments are drawn as `WHEN`. */
describe('hover, of what was and what comes of it', () => {
  testCases(join(import.meta.dirname, 'hover', 'past.txt'), (input) => {
    const [marked = '', ...told] = input.split(/^-- run\n/m);
    const { text, offset } = cursorIn(marked);
    const runs = told.map((lines) => pastRun(text, lines.trimEnd().split('\n')));
    const found = hover(analyze(text), offset, runs);
    if (found === undefined) return 'nothing';
    const contents = found.contents.replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, 'WHEN').replace(/ {2}$/gm, '');
    return `«${text.slice(found.range.start, found.range.end)}»\n${contents}`;
  });
});
