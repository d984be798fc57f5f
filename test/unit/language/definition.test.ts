import assert from 'node:assert/strict';
import { analyze } from '../../../src/language/analyze.ts';
import { definition, references } from '../../../src/language/definition.ts';
import { cursorIn, placesIn } from './support/cursor.ts';

/** Marks the place that the cursor leads to. */
function assertLeads(marked: string): void {
  const { text: withCursor, ranges } = placesIn(marked.replace('│', ''));
  const { offset } = cursorIn(marked.replace(/[«»]/g, ''));
  assert.deepEqual(definition(analyze(withCursor), offset), ranges[0]);
}

describe('the definition', () => {
  const cases: readonly string[] = [
    'tasks:\n  «a»: { run: x }\n  b: { run: x, needs: │a }',
    'tasks:\n  «a»: { run: x }\n  b: { run: x, needs: [a│] }',
    'tasks:\n  «a»: { run: x }\n  b:\n    run: x\n    needs:\n      - "│a"',
    'tasks:\n  «a»: { run: x }\n  b: { run: "${{ tasks.│a.state }}", needs: a }',
    'tasks:\n  «a»: { run: x }\n  b: { run: "${{ tasks[\'│a\'].state }}", needs: a }',
    'tasks:\n  «│a»: { run: x }',
    'inputs:\n  «rows»: {}\ntasks:\n  a:\n    run: |\n      echo\n      echo ${{ inputs.ro│ws }}',
    'inputs:\n  «rows»: {}\ntasks:\n  a: { run: "${{ inputs.RO│WS }}" }',
    'env: { «A»: x }\ntasks:\n  a: { run: "${{ env.│A }}" }',
    'env: { A: x }\ntasks:\n  a: { env: { «A»: y }, run: "${{ env.│A }}" }',
    'pools: { «gpu»: 1 }\ntasks:\n  a: { run: x, pool: g│pu }',
    'secrets: [«TOKEN»]\ntasks:\n  a: { run: "${{ secrets.TO│KEN }}" }',
    'tasks:\n  b: { run: x, matrix: { os: [a] } }\n  a: { matrix: { «os»: [a] }, run: "${{ matrix.│os }}" }',
    'finally:\n  «a»: { run: x }\n  b: { run: x, needs: │a }\ntasks: {}',
  ];
  for (const marked of cases) it(JSON.stringify(marked), () => assertLeads(marked));

  it('is nowhere for what isn’t given in the file', () => {
    for (const marked of [
      'tasks:\n  a: { run: x, needs: │b }',
      'tasks:\n  a: { run: "${{ env.│B }}" }',
      'na│me: x',
    ]) {
      const { text, offset } = cursorIn(marked);
      assert.equal(definition(analyze(text), offset), undefined);
    }
  });
});

describe('the references', () => {
  it('of a task: its key, needs and expressions, in order, from wherever they are asked', () => {
    const { text, ranges } = placesIn(
      'tasks:\n  b: { needs: [«a», c], run: "${{ tasks.«a».state }}" }\n  «a»: { run: x }\n  c: { run: "${{ tasks[\'«a»\'].state }}", needs: «a» }\n  ab: { run: a }',
    );
    const analysis = analyze(text);
    for (const { start } of ranges) assert.deepEqual(references(analysis, start), ranges);
  });

  it('of a pool, a secret, a name of a matrix', () => {
    for (const marked of [
      'pools: { «gpu»: 1 }\ntasks:\n  a: { run: x, pool: «gpu» }\n  b: { run: x, pool: "«gpu»" }',
      'secrets: [«T»]\nenv: { A: "${{ secrets.«T» }}" }\ntasks:\n  a: { run: "${{ secrets.«t» }}" }',
      'tasks:\n  a: { matrix: { «os»: [1] }, if: matrix.«os», run: x }\n  b: { matrix: { os: [1] }, run: x }',
    ]) {
      const { text, ranges } = placesIn(marked);
      const analysis = analyze(text);
      // A name in quotes is marked with them, as a need is.
      const places = ranges.map(({ start, end }) =>
        text[start - 1] === '"' ? { start: start - 1, end: end + 1 } : { start, end },
      );
      for (const { start } of places) assert.deepEqual(references(analysis, start), places);
    }
  });

  it('of a variable: not those of another task’s own', () => {
    const { text, ranges } = placesIn(
      'env: { «A»: x }\ntasks:\n  a: { run: "${{ env.«a» }}" }\n  b: { env: { A: y }, run: "${{ env.A }}" }\n  c: { env: { B: "${{ env.«A» }}" }, run: x }',
    );
    assert.deepEqual(references(analyze(text), ranges[0]?.start ?? 0), ranges);
  });
});
