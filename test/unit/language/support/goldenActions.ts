import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ActionCase, actionCases } from './actionCases.ts';

/** `ACCEPT=1` takes what is offered now for right. Read it before you commit it. */
const ACCEPT = process.env['ACCEPT'] === '1';

/**
 * A test for each `NAME.cases` of a folder, of which there are more than `least`: what `draw` makes of its cases is in
 * the `NAME.txt` beside it.
 */
export function goldenActions(folder: string, least: number, draw: (each: ActionCase) => string): void {
  const names = readdirSync(folder).filter((name) => name.endsWith('.cases'));
  assert.ok(names.length > least, 'the cases are there');
  for (const name of names) {
    const cases = actionCases(readFileSync(join(folder, name), 'utf8'));
    it(`${name}, ${cases.length} cases`, () => {
      const drawn = cases.map((each) => draw(each)).join('\n');
      const golden = join(folder, name.replace('.cases', '.txt'));
      if (ACCEPT) writeFileSync(golden, drawn);
      assert.equal(drawn, existsSync(golden) ? readFileSync(golden, 'utf8') : '');
    });
  }
}
