import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { placeOf } from '../../../src/files/place.ts';
import { type Analysis, analyze } from '../../../src/language/analyze.ts';
import { encodeTokens, tokenEdits } from '../../../src/language/semanticTokens/encode.ts';
import {
  type SemanticToken,
  semanticTokens,
  TOKEN_MODIFIERS,
  TOKEN_TYPES,
} from '../../../src/language/semanticTokens.ts';
import { testCases } from './support/caseFile.ts';
import { placesIn } from './support/cursor.ts';

const CASES = join(import.meta.dirname, 'cases');

describe('semantic tokens', () => {
  testCases(join(import.meta.dirname, 'tokens', 'names.txt'), (input) => {
    const { text, ranges } = placesIn(input);
    const analysis = analyze(text);
    return drawn(analysis, semanticTokens(analysis, ranges[0]));
  });

  it('of ranges are those of the whole, and none is lost between them', () => {
    let compared = 0;
    for (const name of readdirSync(CASES).filter((each) => each.endsWith('.flow.yaml'))) {
      const path = join(CASES, name);
      const analysis = analyze(readFileSync(path, 'utf8'), placeOf(path));
      const whole = semanticTokens(analysis);
      for (const line of analysis.text.split('\n').keys()) {
        const range = {
          start: analysis.lines.offset({ line, character: 0 }),
          end: analysis.lines.offset({ line: line + 1, character: 0 }) - 1,
        };
        const expected = whole.filter(
          (token) => token.range.start >= range.start && token.range.end <= range.end,
        );
        const found = semanticTokens(analysis, range).filter(
          (token) => token.range.start >= range.start && token.range.end <= range.end,
        );
        assert.deepEqual(found, expected, `${name}:${line + 1}`);
        compared += expected.length;
      }
    }
    assert.ok(compared > 200, String(compared));
  });

  it('are told as numbers from which they can be read', () => {
    const text = 'tasks:\n  a: { run: x }\n  b: { needs: a, run: "echo ${{ tasks.a.state }}" }\n';
    const analysis = analyze(text);
    const data = encodeTokens(analysis.lines, semanticTokens(analysis));
    assert.equal(data.length % 5, 0);
    const words: string[] = [];
    let [line, character] = [0, 0];
    for (let i = 0; i < data.length; i += 5) {
      const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(i, i + 5);
      line += down;
      character = down === 0 ? character + right : right;
      const start = analysis.lines.offset({ line, character });
      const modifiers = TOKEN_MODIFIERS.filter((_, bit) => (bits & (1 << bit)) !== 0);
      words.push([text.slice(start, start + length), TOKEN_TYPES[type], ...modifiers].join(' '));
    }
    assert.deepEqual(words, [
      'a function declaration',
      'b function declaration',
      'a function',
      'tasks namespace',
      'a function',
    ]);
  });

  it('change by edits that lead from the numbers before to those after', () => {
    const numbers = fc.array(fc.nat(3), { maxLength: 30 });
    fc.assert(
      fc.property(numbers, numbers, (before, after) => {
        const changed = [...before];
        const edits = tokenEdits(before, after);
        for (const { start, deleteCount, data } of edits) changed.splice(start, deleteCount, ...data);
        assert.deepEqual(changed, after);
        if (before.length === after.length && before.every((n, i) => n === after[i]))
          assert.deepEqual(edits, []);
      }),
    );
  });
});

/** Tokens drawn beneath the lines that they stand on. */
function drawn({ text, lines }: Analysis, tokens: readonly SemanticToken[]): string {
  const byLine = Map.groupBy(tokens, ({ range }) => lines.position(range.start).line);
  return text
    .split('\n')
    .flatMap((source, line) => [
      `  ${source}`.trimEnd(),
      ...(byLine.get(line) ?? []).map(({ range, type, modifiers }) => {
        const margin = `  ${' '.repeat(lines.position(range.start).character)}`;
        return [`${margin}${'^'.repeat(range.end - range.start)}`, type, ...modifiers].join(' ');
      }),
    ])
    .join('\n');
}
