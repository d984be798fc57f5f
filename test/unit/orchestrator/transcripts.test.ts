import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { foldEvents } from '../../../src/model/fold.ts';
import { isSettled } from '../../../src/model/taskState.ts';
import { parseJournal } from '../../../src/orchestrator/journal.ts';
import { play, SCENARIOS } from './support/scenarios.ts';
import { removeRuns } from './support/steeredRun.ts';
import { transcript } from './support/transcript.ts';

const FOLDER = new URL('transcripts/', import.meta.url);

/** `ACCEPT=1` writes what is told now; read it. */
const accept = process.env['ACCEPT'] === '1';

describe('a run', () => {
  after(removeRuns);

  for (const scenario of SCENARIOS) {
    it(scenario.name, async () => {
      const run = await play(scenario);
      const told = transcript(run.events);
      const file = new URL(`${scenario.name.replace(/\W+/g, '-')}.txt`, FOLDER);
      if (accept) writeFileSync(file, told);
      equal(told, readFileSync(file, 'utf8'));
      deepEqual(foldEvents(parseJournal(run.journal())), run.live.run, 'the journal tells another story');
      for (const { task, state } of run.live.run.tasks.values()) equal(isSettled(state), true, task.id);
    });
  }
});
