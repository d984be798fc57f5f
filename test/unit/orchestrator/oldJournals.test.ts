import { deepEqual, equal, ok } from 'node:assert/strict';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foldEvents } from '../../../src/model/fold.ts';
import { JOURNAL_FILE, parseJournal } from '../../../src/orchestrator/journal.ts';
import { readRun } from '../../../src/orchestrator/runs.ts';
import { plainPaint } from '../../../src/report/paint.ts';
import { reportText } from '../../../src/report/reportText.ts';
import { summarize } from '../../../src/report/summary.ts';
import { steerOn } from './support/steeredRun.ts';

/** A run as version 0.1.0 of the project really wrote it, with other names of host and folder. */
const VERSION_1 = join(import.meta.dirname, 'journals', 'version1.ndjson');

describe('a journal of an earlier version', () => {
  const runs = mkdtempSync(join(tmpdir(), 'flow-old-'));
  after(() => rmSync(runs, { recursive: true }));

  it('is read, reported and drawn from as today’s are', async () => {
    const folder = copyOf('old');
    const stored = await readRun(folder);
    ok(stored !== undefined);
    const { run } = stored;
    equal(run.state, 'completed');
    deepEqual(run.plan.secrets, []);
    equal(run.tasks.get('fails')?.attempts.length, 2);
    deepEqual(run.tasks.get('make')?.outputs, { n: '3' });
    ok(reportText(summarize(run), plainPaint).includes('fails'));
  });

  it('is gone on with, in today’s words, where it was cut off', async () => {
    const folder = copyOf('torn');
    truncateSync(join(folder, JOURNAL_FILE), 2400);
    const before = foldEvents(parseJournal(readText(folder)));
    ok(before !== undefined && before.endedAt === undefined);
    const going = await steerOn(folder, before.plan);
    while (going.live.run.endedAt === undefined) {
      const [task] = going.running.keys();
      // What was cut off while it backed off waits for the rest of that.
      if (task === undefined) await going.clock.advance(60_000);
      else await going.complete(task, { n: '3' });
    }
    equal((await going.live.finished).state, 'completed');
  });

  function copyOf(name: string): string {
    const folder = join(runs, name);
    mkdirSync(folder);
    copyFileSync(VERSION_1, join(folder, JOURNAL_FILE));
    return folder;
  }
});

function readText(folder: string): string {
  return readFileSync(join(folder, JOURNAL_FILE), 'utf8');
}
