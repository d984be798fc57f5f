import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'mocha';
import type { RunEvent } from '../../../../src/model/event.ts';
import { followJournal, type JournalEnd } from '../../../../src/orchestrator/history/followJournal.ts';
import { JOURNAL_FILE } from '../../../../src/orchestrator/journal.ts';
import { thisProcess } from '../../../../src/orchestrator/process/identity.ts';
import { emptyRunsFolder, type KeptRun, keepRun, removeRunsFolders } from '../support/keptRuns.ts';

/** Follows the journal of a run that `write` appends to. */
function following(kept: Omit<KeptRun, 'at'>) {
  const runs = emptyRunsFolder();
  const folder = join(runs, keepRun(runs, { at: new Date(), ...kept }));
  const types: string[] = [];
  const waiting = new Set<() => void>();
  const stop = new AbortController();
  const end: Promise<JournalEnd | undefined> = followJournal(
    folder,
    (events) => {
      types.push(...events.map(({ type }) => type));
      for (const look of waiting) look();
    },
    stop.signal,
  );
  return {
    types,
    end,
    stop,
    append: (text: string | Uint8Array) => appendFileSync(join(folder, JOURNAL_FILE), text),
    heard: (count: number) =>
      new Promise<void>((resolve) => {
        const look = (): void => {
          if (types.length >= count) resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}

function line(event: RunEvent): string {
  return `${JSON.stringify(event)}\n`;
}

const READY = line({ type: 'task-ready', at: 1, task: 'ä' });

describe('followJournal', () => {
  after(removeRunsFolders);

  it('gives out the events of a finished run and ends', async () => {
    const { types, end } = following({ outcome: 'completed' });
    assert.equal(await end, 'finished');
    assert.deepEqual(types, ['run-started', 'run-finished']);
  });

  it('goes on with what is written, however it is torn, until the run has finished', async () => {
    const { types, end, append, heard } = following({ process: thisProcess() });
    const bytes = Buffer.from(READY);
    const middle = bytes.indexOf('ä') + 1;
    append(Buffer.concat([bytes, bytes.subarray(0, middle)]));
    await heard(2);
    append(bytes.subarray(middle));
    await heard(3);
    append(line({ type: 'run-finished', at: 3, outcome: 'failed' }));
    assert.equal(await end, 'finished');
    assert.deepEqual(types, ['run-started', 'task-ready', 'task-ready', 'run-finished']);
  });

  it('ends where the process that wrote it is gone', async () => {
    const { types, end } = following({});
    assert.equal(await end, 'left');
    assert.deepEqual(types, ['run-started']);
  });

  it('ends when it is stopped', async () => {
    const { end, stop, heard } = following({ process: thisProcess() });
    await heard(1);
    stop.abort();
    assert.equal(await end, undefined);
  });
});
