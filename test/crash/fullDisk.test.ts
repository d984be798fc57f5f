import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { listRuns, type StoredRun } from '../../src/orchestrator/runs.ts';
import { flow, flowWithoutRoom } from './flowProcess.ts';
import { processesOf } from './marked.ts';

/** Many small tasks whose events outgrow any file that is allowed, beside one that would never end without room. */
const TEXT = `name: many
tasks:
  stays:
    run: |
      nohup sleep 300 > /dev/null 2>&1 &
      [ -e room ] || exec tail -f /dev/null
  each:
    matrix: { i: "\${{ fromJSON(inputs.list) }}" }
    run: echo "\${{ matrix.i }}" >> trace; echo "text=0123456789012345678901234567890123456789" >> "$FLOW_OUTPUT"
inputs: { list: {} }
max_concurrent_tasks: 4
`;
const TASKS = 60;
const LIST = JSON.stringify(Array.from({ length: TASKS }, (_, i) => i));

/** 16 or 32 KiB: enough for the program itself, and for the beginning of a journal. */
const BLOCKS = 32;

describe('a run whose journal finds no room on the disk', function () {
  this.timeout(60_000);
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'flow-full-'));
    writeFileSync(join(folder, 'many.flow.yaml'), TEXT);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const stored = async (): Promise<StoredRun> => {
    const [run] = await listRuns(join(folder, '.flow', 'runs'));
    assert.ok(run !== undefined);
    return run;
  };
  const traced = (): readonly string[] => readFileSync(join(folder, 'trace'), 'utf8').trimEnd().split('\n');

  it('is broken off with the reason, and goes on once there is room', async () => {
    const args = ['run', 'many.flow.yaml', '--input', `list=${LIST}`];
    const { code, stderr } = await flowWithoutRoom(args, folder, BLOCKS);
    const { run } = await stored();
    assert.equal(code, 1, stderr);
    assert.equal(
      stderr,
      `flow: The run ${run.id} was broken off, because it can't be written down: file too large. ` +
        `Once it can, flow resume ${run.id} goes on with it.\n`,
    );
    assert.equal(run.state, 'interrupted');
    assert.deepEqual(processesOf(run.id), []);
    const completed = [...run.tasks.values()].filter(
      ({ state, children }) => state === 'completed' && !children,
    );
    assert.ok(completed.length > 0 && completed.length < TASKS, `${completed.length} had completed`);

    writeFileSync(join(folder, 'room'), '');
    const resumed = await flow(['resume'], folder);
    assert.equal(resumed.code, 0, resumed.stderr);
    const { run: whole } = await stored();
    assert.equal(whole.id, run.id);
    assert.equal(whole.counts.completed, TASKS + 1);
    for (const { task, values } of completed) {
      const times = traced().filter((line) => line === String(values?.['i'])).length;
      assert.equal(times, 1, `${task.id} had completed and ran again`);
    }
  });

  it("doesn't begin where not even its beginning can be written", async () => {
    const args = ['run', 'many.flow.yaml', '--input', `list=${LIST}`];
    const { code, stderr } = await flowWithoutRoom(args, folder, 1);
    assert.equal(code, 1);
    assert.match(stderr, /^flow: EFBIG: file too large/);
    assert.ok(!existsSync(join(folder, 'trace')));
  });
});
