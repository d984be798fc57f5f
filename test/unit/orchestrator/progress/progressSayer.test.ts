import { deepEqual } from 'node:assert/strict';
import { progressSayer } from '../../../../src/orchestrator/progress/progressSayer.ts';
import type { AttemptControl } from '../../../../src/orchestrator/runner.ts';

function heard(...lines: readonly string[]) {
  const told: unknown[] = [];
  const notes: string[] = [];
  const control: AttemptControl = {
    signal: new AbortController().signal,
    force: new AbortController().signal,
    grace: 0,
    output: () => undefined,
    note: (text) => notes.push(text),
    progress: (fraction, message) => told.push(message === undefined ? fraction : [fraction, message]),
  };
  const { line } = progressSayer(control);
  lines.forEach(line);
  return { told, notes };
}

describe('a line of progress', () => {
  it('is a number from 0 to 1, and words', () => {
    const lines = [
      '0.4 epoch 4 of 10',
      ' .5',
      '1\r',
      '0',
      '1e-3\ta  b ',
      '1.0000000000000002 rounded',
      '',
      '  ',
    ];
    deepEqual(heard(...lines), {
      told: [[0.4, 'epoch 4 of 10'], 0.5, 1, 0, [0.001, 'a  b'], [1, 'rounded']],
      notes: [],
    });
  });

  it('is shown on one line of bounded length', () => {
    deepEqual(heard(`0.5 \u001b[31mred\u0007${'x'.repeat(500)}`).told, [
      [0.5, `[31mred ${'x'.repeat(191)}…`],
    ]);
  });

  it('is passed over where it says something else, and the first such is told of', () => {
    for (const line of ['40% of it', '40', '-0.1', 'half', 'NaN', 'Infinity', '0x1', '1.1 too far']) {
      deepEqual(heard(line, 'again', '0.5'), {
        told: [0.5],
        notes: [`this is no progress: ${line}; it is a number from 0 to 1, and then words if you like`],
      });
    }
  });
});
