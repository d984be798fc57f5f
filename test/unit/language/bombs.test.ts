import assert from 'node:assert/strict';
import { type Analysis, analyze } from '../../../src/language/analyze.ts';
import type { Value } from '../../../src/language/source/value.ts';
import { BOMBS } from './support/bombs.ts';
import { FEATURES } from './support/features.ts';
import { assertSound } from './support/sound.ts';

/** Enough for each to be millions of values if its aliases were written out, or deeper than any stack. */
const LETTERS = 20_000;

/** Fixing all reads its text anew for each fix that it tries; what it may spend is bounded by itself. */
const { 'fix all': _, ...OTHERS } = FEATURES;
const ASKED = Object.values(OTHERS);

/** What is said of those that are no workflow for one reason. */
const SAID: readonly (readonly [string, RegExp])[] = [
  ['billion laughs in lists', /^The aliases repeat too much\. Write out what is needed\.$/],
  ['billion laughs in maps', /^The aliases repeat too much/],
  ['billion laughs by merges', /^The aliases repeat too much/],
  ['billion laughs in a task', /^The aliases repeat too much/],
  ['aliases of one large anchor', /^The aliases repeat too much/],
  ['merges of one large anchor', /^The aliases repeat too much/],
  ['a merge of the one before', /^The aliases repeat too much/],
  ['lists in lists, by brackets', /^This is nested too deeply: 100 levels are the most\.$/],
  ['maps in maps, by braces', /^This is nested too deeply/],
  ['lists in lists, on a line', /^This is nested too deeply/],
  ['maps in maps, by columns', /^This is nested too deeply/],
  ['lists in lists, by columns', /^This is nested too deeply/],
  ['questions in questions', /^This is nested too deeply/],
  ['closing brackets', /^Too much here isn't YAML\. The rest isn't read\.$/],
  ['a deep expression', /^The expression is nested too deeply/],
  ['a matrix of many lists', /^The matrix would make countless instances, and 10000 are the most/],
  ['a ring of tasks', /^Dependency cycle: t0 → t1 → .* more … → t0/],
  [
    'carriage returns',
    /^A carriage return alone ends no line in YAML\. Save the file with line feeds \(LF\)\.$/,
  ],
  ['next lines', /^U\+0085 ends no line in YAML/],
  ['line separators', /^U\+2028 ends no line in YAML/],
  [
    'NULs',
    /^A NUL character stands here, which no workflow holds\. Is the file saved in another encoding than UTF-8\?$/,
  ],
];

/** Of 10 MB: one line of each kind, many lines, many tasks. `bench/bombs.ts` takes all of them. */
const LONG = [
  'a plain text on a line',
  'a script of many lines',
  'a task that needs the one before',
  'one line without an end',
  'lists in lists, closed',
  'a chain of names',
  'carriage returns',
];

describe('a text that is made to cost dear', function () {
  this.timeout(120_000);

  for (const { name, text } of BOMBS) {
    it(`${name}: is read with no more values and faults than it has letters, and asked of every feature`, () => {
      const bomb = text(LETTERS);
      const analysis = analyze(bomb);
      assertSound(analysis);
      assert.ok(analysis.diagnostics.length <= bomb.length, `${analysis.diagnostics.length} diagnostics`);
      assert.ok(valuesOf(analysis) <= bomb.length, `${valuesOf(analysis)} values`);
      for (const offset of [0, bomb.length >> 1, bomb.length]) {
        const selection = { start: offset, end: Math.min(bomb.length, offset + 100) };
        for (const ask of ASKED) ask({ analysis, offset, selection });
      }
    });
  }

  for (const [name, message] of SAID) {
    it(`${name}: is told in words that name the way out`, () => {
      const bomb = BOMBS.find((each) => each.name === name);
      const { diagnostics } = analyze(bomb?.text(LETTERS) ?? '');
      const found = diagnostics.filter((diagnostic) => message.test(diagnostic.message));
      assert.ok(
        found.length > 0,
        diagnostics
          .slice(0, 5)
          .map((each) => each.message)
          .join('\n'),
      );
    });
  }

  for (const name of LONG) {
    it(`${name}: is refused where it is too long, and asked of every feature`, () => {
      const bomb = BOMBS.find((each) => each.name === name)?.text(10_000_000) ?? '';
      assert.ok(bomb.length >= 10_000_000);
      const analysis = analyze(bomb);
      assert.ok(analysis.root === undefined);
      assert.deepEqual(
        analysis.diagnostics.map((diagnostic) => diagnostic.message),
        ['The file is too long to be a workflow: 4 million characters are the most.'],
      );
      const offset = bomb.length >> 1;
      const selection = { start: offset, end: offset };
      for (const ask of ASKED) ask({ analysis, offset, selection });
    });
  }
});

/** Each value once, however many aliases repeat it. */
function valuesOf({ root }: Analysis): number {
  const seen = new Set<Value>();
  const open: Value[] = root === undefined ? [] : [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (seen.has(value)) continue;
    seen.add(value);
    if (value.type === 'list') open.push(...value.items);
    if (value.type === 'map') for (const pair of value.pairs) open.push(pair.value);
  }
  return seen.size;
}
