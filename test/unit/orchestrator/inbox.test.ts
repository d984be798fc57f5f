import { deepEqual, equal } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Letter, openInbox, post } from '../../../src/orchestrator/inbox.ts';
import { planOf } from './support/plans.ts';
import { removeRuns, steer } from './support/steeredRun.ts';

const YES = { type: 'answered', task: 'ask', answer: 'approve', by: 'ana', via: 'command-line' } as const;

describe('the inbox of a run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'flow-inbox-'));
  after(() => {
    removeRuns();
    rmSync(folder, { recursive: true });
  });

  it('gives letters in the order of posting: those that lay there, and those that come', async () => {
    const run = join(folder, 'a');
    mkdirSync(run);
    post(run, YES);
    const letters: Letter[] = [];
    const third = Promise.withResolvers<void>();
    const close = openInbox(run, (letter) => {
      letters.push(letter);
      if (letters.length === 1) post(run, { ...YES, task: 'second' });
      if (letters.length === 2) post(run, { type: 'cancel' });
      if (letters.length === 3) third.resolve();
    });
    await third.promise;
    close();
    deepEqual(letters, [YES, { ...YES, task: 'second' }, { type: 'cancel' }]);
    deepEqual(readdirSync(join(run, 'inbox')), []);
  });

  it('passes over what is no letter', async () => {
    const run = join(folder, 'b');
    mkdirSync(join(run, 'inbox'), { recursive: true });
    for (const [i, text] of ['{', '7', '{"type":"answered","task":1}', '{"type":"x"}'].entries()) {
      writeFileSync(join(run, 'inbox', String(i)), text);
    }
    post(run, YES);
    const letter = await new Promise<Letter>((resolve) => {
      const close = openInbox(run, (first) => {
        close();
        resolve(first);
      });
    });
    deepEqual(letter, YES);
  });

  it('lets another process answer, and cancel', async () => {
    const asked = await steer(planOf({ ask: { work: { kind: 'approval', message: 'Go?' } } }));
    post(asked.live.folder, YES);
    equal((await asked.live.finished).state, 'completed');
    const going = await steer(planOf({ ask: { work: { kind: 'approval', message: 'Go?' } } }));
    post(going.live.folder, { type: 'cancel' });
    equal((await going.live.finished).state, 'cancelled');
  });
});
