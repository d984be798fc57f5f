import assert from 'node:assert/strict';
import { analyze } from '../../../src/language/analyze.ts';
import { taskAt } from '../../../src/language/taskAt.ts';
import { cursorIn } from './support/cursor.ts';

describe('the task at an offset', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['│tasks:\n  a: { run: x }\n', undefined],
    ['tasks:\n│  a: { run: x }\n', 'a'],
    ['tasks:\n  a: { run: x } # why│\n  b: { run: x }', 'a'],
    ['tasks:\n  a:\n    run: |\n      one\n      t│wo\n  b: { run: x }', 'a'],
    ['tasks:\n  a:\n    run: |\n      one\n\n  │b: { run: x }', 'b'],
    ['tasks:\n  a:\n    run: one\n│\n  # about b\n  b: { run: x }', undefined],
    ['tasks:\n  a:\n    run: one\nname: │x', undefined],
    ['tasks:\n  b: { run: x }\n  a: { run: x }│', 'a'],
    ['tasks: { a: { run: x }, b: { run: │x } }', 'b'],
    ['│', undefined],
  ];
  for (const [marked, expected] of cases) {
    it(JSON.stringify(marked), () => {
      const { text, offset } = cursorIn(marked);
      assert.equal(taskAt(analyze(text), offset)?.id.value, expected);
    });
  }
});
