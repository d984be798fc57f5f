import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { Document, type ToStringOptions } from 'yaml';
import { type Analysis, analyze } from '../../../src/language/analyze.ts';
import { applyEdits } from '../../../src/language/edit.ts';
import { leavesOf } from '../../../src/language/format/leaves.ts';
import { format } from '../../../src/language/format.ts';
import { makePlan } from '../../../src/language/makePlan.ts';
import { asJson } from '../../../src/language/read/scalars.ts';
import { hostileText } from './support/hostileText.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const PLACE = { file: 'a.flow.yaml', folder: '.', parallelism: 2 };

/** Examples, cases and the documentation's workflows, as far as they are YAML. */
const SEEDS = [
  ...files('examples'),
  ...files('test/unit/language/corpus'),
  ...files('test/unit/language/cases'),
  ...blocks('format.md'),
].filter((text) => format(analyze(text)) !== undefined);

describe('formatting', function () {
  this.timeout(60_000);

  it('has nothing to do in the examples', () => {
    for (const text of files('examples')) assert.deepEqual(format(analyze(text)), [], text);
  });

  it('changes no meaning and no comment, and is done after once, wherever blanks are strewn', () => {
    assert.ok(SEEDS.length > 50, String(SEEDS.length));
    let strewn = 0;
    fc.assert(
      fc.property(fc.constantFrom(...SEEDS), fc.infiniteStream(fc.nat(9)), (seed, dice) => {
        const text = strew(seed, dice);
        if (text !== seed) strewn++;
        const once = formatted(text);
        assertSame(text, once);
        assert.deepEqual(format(analyze(once)), [], once);
      }),
      // A third of them would say something else, and stays as it was.
      { numRuns: 450, includeErrorInReport: true },
    );
    assert.ok(strewn > 200, String(strewn));
  });

  it('gives one layout, however far a workflow was indented', () => {
    fc.assert(
      fc.property(workflow, layout, layout, (value, one, other) => {
        const [first, second] = [one, other].map((options) =>
          formatted(new Document(value).toString(options)),
        );
        assert.equal(first, second);
      }),
      { numRuns: 300, includeErrorInReport: true },
    );
  });

  it('of a range changes its lines alone, and no meaning', () => {
    const at = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...SEEDS), fc.infiniteStream(fc.nat(9)), at, at, (seed, dice, a, b) => {
        const text = strew(seed, dice);
        const [start = 0, end = 0] = [a, b]
          .map((share) => Math.floor(share * text.length))
          .sort((x, y) => x - y);
        const edits = format(analyze(text), { start, end });
        assert.ok(edits !== undefined, text);
        const first = text.lastIndexOf('\n', start - 1) + 1;
        const last = text.indexOf('\n', end);
        for (const { range } of edits)
          assert.ok(first <= range.start && (last < 0 || range.end <= last), text);
        assertSame(text, applyEdits(text, edits));
      }),
      { numRuns: 300, includeErrorInReport: true },
    );
  });

  it('throws at no text, and is done after once', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const edits = format(analyze(text));
        if (edits === undefined) return;
        const once = applyEdits(text, edits);
        assertSame(text, once);
        assert.deepEqual(format(analyze(once)), [], once);
      }),
      { numRuns: 1000, includeErrorInReport: true },
    );
  });
});

function formatted(text: string): string {
  const edits = format(analyze(text));
  assert.ok(edits !== undefined, `not formatted:\n${text}`);
  return applyEdits(text, edits);
}

function assertSame(before: string, after: string): void {
  const [a, b] = [analyze(before), analyze(after)];
  assert.deepEqual(valuesIn(b), valuesIn(a), after);
  assert.equal(planOf(b), planOf(a), after);
  assert.deepEqual(commentsIn(after), commentsIn(before), after);
}

/** All of it but the lines that tasks stand on; nothing of one that runs other files. */
function planOf(analysis: Analysis): string | undefined {
  if (analysis.workflow.tasks.some(({ work }) => work?.kind === 'workflow')) return undefined;
  return JSON.stringify(makePlan(analysis, PLACE), (key, value) => (key === 'line' ? undefined : value));
}

function valuesIn({ root }: Analysis): unknown {
  return root && asJson(root);
}

function commentsIn(text: string): readonly string[] {
  return (leavesOf(text) ?? [])
    .filter(({ kind }) => kind === 'comment')
    .map(({ start, end }) => text.slice(start, end));
}

/** More blanks where there are some, empty lines and comments where lines end, all of it where it means nothing. */
function strew(text: string, dice: Iterable<number>): string {
  const roll = dice[Symbol.iterator]();
  const next = (): number => roll.next().value ?? 0;
  let strewn = '';
  let end = 0;
  for (const leaf of leavesOf(text) ?? []) {
    const gap = text.slice(end, leaf.start);
    const indentation = gap.slice(gap.lastIndexOf('\n') + 1);
    if (!gap.includes('\n') || leaf.kind === 'lines') strewn += gap;
    else {
      const comment = next() === 0 ? `${' '.repeat(next())}# comment ${next()}\n` : '';
      strewn += `${' '.repeat(next() % 3)}${'\n'.repeat(1 + (next() % 3))}${comment}${indentation}`;
    }
    // What is behind a "-" stands in a column.
    if (gap === ' ' && leaf.level.kind !== 'block' && next() < 4) strewn += ' '.repeat(next());
    strewn += text.slice(leaf.start, leaf.end);
    end = leaf.end;
  }
  const after = `${strewn}${text.slice(end)}`;
  const [a, b] = [analyze(text), analyze(after)];
  const isSame = JSON.stringify(valuesIn(a)) === JSON.stringify(valuesIn(b));
  return isSame && b.diagnostics.every(({ code }) => code !== 'syntax') ? after : text;
}

const layout: fc.Arbitrary<ToStringOptions> = fc.record({
  indent: fc.integer({ min: 1, max: 9 }),
  indentSeq: fc.boolean(),
  flowCollectionPadding: fc.boolean(),
  lineWidth: fc.constant(0),
});

/** Of a text that begins with blanks, `yaml` writes how far it indented it. */
const text = fc
  .oneof(
    fc.constantFrom(
      'x',
      'echo a\necho b\n',
      'one\n  two\nnone',
      'a: b',
      '# no comment',
      ' ',
      'ends\n\n',
      '- a',
      '1.10',
    ),
    fc.string({ maxLength: 12 }),
    fc.string({ unit: fc.constantFrom('a', ' ', '\n', '#', ':'), maxLength: 16 }),
  )
  .filter((each) => !/^\s/.test(each));

const anything = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, text, fc.nat(), fc.boolean(), tie('list'), tie('map')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  map: fc.dictionary(fc.constantFrom('a', 'b', 'c d', 'e'), tie('value'), { maxKeys: 4 }),
})).value;

const workflow = fc.record({
  name: text,
  env: fc.dictionary(fc.constantFrom('A', 'B'), text),
  tasks: fc.dictionary(
    fc.constantFrom('a', 'b', 'c'),
    fc.record({ run: text, needs: fc.array(fc.constantFrom('a', 'b')), with: anything }),
    { minKeys: 1 },
  ),
});

function files(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.flow.yaml'))
    .map((name) => readFileSync(join(ROOT, folder, name), 'utf8'));
}

function blocks(page: string): readonly string[] {
  const markdown = readFileSync(join(ROOT, 'docs', page), 'utf8');
  return [...markdown.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);
}
