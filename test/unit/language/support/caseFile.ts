import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';

/** `ACCEPT=1` takes what comes out now for right. Read it before you commit it. */
const ACCEPT = process.env['ACCEPT'] === '1';

/**
 * A test for each case of a file. A case is a heading `== what it shows`, the text that goes in, a line `=>`, and what
 * comes out.
 */
export function testCases(path: string, result: (input: string) => string): void {
  const cases = readCases(readFileSync(path, 'utf8'));
  assert.ok(cases.length > 0, `${path} has cases`);
  if (ACCEPT)
    writeFileSync(path, cases.map((each) => written(each.title, each.input, result(each.input))).join('\n'));
  for (const { title, input, expected } of ACCEPT ? readCases(readFileSync(path, 'utf8')) : cases) {
    it(title, () => assert.equal(result(input).trimEnd(), expected));
  }
}

interface Case {
  readonly title: string;
  readonly input: string;
  readonly expected: string;
}

function readCases(text: string): readonly Case[] {
  return text
    .split(/^== /m)
    .slice(1)
    .map((each) => {
      const titleEnd = each.indexOf('\n');
      const arrow = each.indexOf('\n=>\n');
      const input = each.slice(titleEnd + 1, arrow < 0 ? undefined : arrow + 1);
      return {
        title: each.slice(0, titleEnd),
        input,
        expected: arrow < 0 ? '' : each.slice(arrow + 4).trimEnd(),
      };
    });
}

function written(title: string, input: string, result: string): string {
  return `== ${title}\n${input.trimEnd()}\n=>\n${result.trimEnd()}\n`;
}
