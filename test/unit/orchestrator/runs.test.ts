import { deepEqual, equal } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RunEvent } from '../../../src/model/event.ts';
import { JOURNAL_FILE, parseJournal } from '../../../src/orchestrator/journal.ts';
import { readLog } from '../../../src/orchestrator/log/readLog.ts';
import { listRuns, readRun } from '../../../src/orchestrator/runs.ts';
import { planOf } from './support/plans.ts';
import { removeFolders, runTasks, script } from './support/realRun.ts';
import { removeRuns, steer } from './support/steeredRun.ts';

describe('runs on disk', () => {
  after(() => {
    removeRuns();
    removeFolders();
  });

  it('reads a finished run as it was, from its folder alone', async () => {
    const { live, finished } = runTasks({
      a: script('echo x=1 >> "$FLOW_OUTPUT"; echo hello'),
      b: script('exit 3'),
    });
    const run = await finished;
    deepEqual((await readRun(live.folder))?.run, run);
    equal(await readLog(live.folder, 'a', 1), 'hello\n');
    equal(await readLog(live.folder, 'b', 7), undefined);
  });

  it('shows a run as interrupted when its process is gone, and as running while it lives', async () => {
    const run = await steer(planOf({ a: [], b: ['a'], c: ['b'] }));
    await run.complete('a');
    equal((await readRun(run.live.folder))?.run.state, 'running');
    rewriteStart(run.live.folder, (event) => ({ ...event, process: { ...event.process, start: 'another' } }));
    equal((await readRun(run.live.folder))?.run.state, 'interrupted', 'another process has its number now');
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    rewriteStart(run.live.folder, (event) => ({
      ...event,
      process: { pid: gone, host: event.process.host },
    }));
    const stored = await readRun(run.live.folder);
    equal(stored?.run.state, 'interrupted');
    equal(stored?.run.tasks.get('a')?.state, 'completed');
    equal(stored?.run.tasks.get('b')?.state, 'failed');
    deepEqual(stored?.run.tasks.get('b')?.failure, { reason: 'interrupted' });
    equal(stored?.run.tasks.get('c')?.state, 'cancelled');
  });

  it('lists the newest first, and passes over what is no run', async () => {
    const run = await steer(planOf({ a: [] }));
    const runsFolder = dirname(run.live.folder);
    const older = join(runsFolder, '19500101-000000-0000');
    mkdirSync(older);
    writeFileSync(join(older, JOURNAL_FILE), run.journal());
    mkdirSync(join(runsFolder, 'zzz'));
    mkdirSync(join(runsFolder, '99999999-empty'));
    writeFileSync(join(runsFolder, '99999999-empty', JOURNAL_FILE), '{"type":');
    for (const [name, line] of Object.entries({
      bare: '{"type":"run-started","at":1}',
      nowhere: '{"type":"run-started","at":1,"version":2,"process":{},"plan":{"tasks":[]}}',
      newer: '{"type":"run-started","at":1,"version":99,"plan":{"tasks":[]}}',
    })) {
      mkdirSync(join(runsFolder, `99999999-${name}`));
      writeFileSync(join(runsFolder, `99999999-${name}`, JOURNAL_FILE), `${line}\n`);
    }
    mkdirSync(join(runsFolder, '99999999-odd'));
    const odd = `${run.journal()}{"type":"task-expanded","at":2,"task":"a"}\n`;
    writeFileSync(join(runsFolder, '99999999-odd', JOURNAL_FILE), odd);
    const folders = (await listRuns(runsFolder)).map(({ folder }) => folder);
    deepEqual(folders, [run.live.folder, older]);
    equal((await listRuns(runsFolder, 1)).length, 1);
    deepEqual(await listRuns(join(runsFolder, 'nowhere')), []);
  });
});

function rewriteStart(
  folder: string,
  change: (event: Extract<RunEvent, { type: 'run-started' }>) => RunEvent,
): void {
  const file = join(folder, JOURNAL_FILE);
  const events = parseJournal(readFileSync(file, 'utf8'));
  const changed = events.map((event) => (event.type === 'run-started' ? change(event) : event));
  writeFileSync(file, changed.map((event) => `${JSON.stringify(event)}\n`).join(''));
}
