import assert from 'node:assert/strict';
import { showError } from '../../src/editor/boundary.ts';
import type { Output } from '../../src/editor/output.ts';
import { answering } from './rig/answering.ts';

describe('an error that nobody caught', () => {
  it('is told once, and its details are in the output', async () => {
    const { output, written, shown } = recordedOutput();
    const asked = await answering(['Show Log'], () => showError(new Error('the disk is full'), output));
    assert.deepEqual(asked.questions, ['Flow: the disk is full']);
    assert.match(written.join(''), /Error: the disk is full\n\s+at /);
    assert.equal(shown.length, 1);
  });

  it('can be anything that was thrown', async () => {
    const { output, written, shown } = recordedOutput();
    await answering([undefined], () => showError('no error at all', output));
    assert.deepEqual(written, ['no error at all\n']);
    assert.equal(shown.length, 0);
  });

  function recordedOutput() {
    const written: string[] = [];
    const shown: true[] = [];
    const output: Output = {
      append: (text) => written.push(text),
      show: () => shown.push(true),
      dispose: () => undefined,
    };
    return { output, written, shown };
  }
});
