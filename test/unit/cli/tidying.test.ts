import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { thisProcess } from '../../../src/orchestrator/process/identity.ts';
import { type KeptRun, keepRun } from '../orchestrator/support/keptRuns.ts';
import { type Workplace, workplace } from './support/flow.ts';
import { type Heard, heard } from './support/heard.ts';

const DAY = 86_400_000;

describe('tidying up among kept runs', () => {
  let place: Workplace;
  const flow = (...args: readonly string[]): Promise<Heard> => heard(args, place.folder);
  const runs = (): string => place.path('.flow', 'runs');
  const left = (): readonly string[] => readdirSync(runs()).sort();
  const keep = (days: number, rest: Omit<KeptRun, 'at'> = { outcome: 'completed' }): string =>
    keepRun(runs(), { at: new Date(Date.now() - days * DAY), ...rest });

  beforeEach(() => {
    place = workplace({ 'fine.flow.yaml': 'tasks: { a: { run: "true" } }\n' });
  });
  afterEach(() => place.remove());

  it('deletes the runs that are named', async () => {
    const [a, b, c] = [keep(3), keep(2), keep(1)];
    const { code, stdout } = await flow('delete', a, 'latest');
    assert.deepEqual({ code, stdout }, { code: 0, stdout: `Deleted run ${a}\nDeleted run ${c}\n` });
    assert.deepEqual(left(), [b]);
  });

  it('deletes nothing where one of them is not there', async () => {
    const run = keep(1);
    assert.equal((await flow('delete', run, 'nowhere')).code, 2);
    assert.deepEqual(left(), [run]);
  });

  it("doesn't delete a run that goes on", async () => {
    const ask = workplace({ 'ask.flow.yaml': 'tasks: { a: { approval: "Go on?" } }\n' });
    try {
      const { event, ended } = ask.flow(['run', 'ask.flow.yaml', '--events', '-']);
      await event(({ type }) => type === 'task-waiting');
      const { code, stderr } = await heard(['delete', 'latest'], ask.folder);
      assert.equal(code, 2);
      assert.match(stderr, /^flow: The run (\S+) goes on and isn't deleted: flow cancel \1 ends it\.\n$/);
      assert.equal((await heard(['approve', 'latest', 'a'], ask.folder)).code, 0);
      assert.equal((await ended).code, 0);
    } finally {
      ask.remove();
    }
  });

  it('deletes a run of another machine only for who knows that its process is gone', async () => {
    const run = keep(1, { process: { pid: 1, host: 'another' } });
    const { code, stderr } = await flow('delete', run);
    assert.deepEqual(
      { code, stderr },
      {
        code: 2,
        stderr: `flow: The run ${run} is driven by process 1 on another. If you know that it is gone, say so with --gone.\n`,
      },
    );
    assert.deepEqual(left(), [run]);
    assert.equal((await flow('delete', run, '--gone')).code, 0);
    assert.deepEqual(left(), []);
  });

  it('prunes to the newest so many', async () => {
    const [old, ...others] = [keep(3), keep(2), keep(1)];
    const { code, stdout } = await flow('prune', '--keep', '2');
    assert.deepEqual({ code, stdout }, { code: 0, stdout: `Deleted run ${old}\n1 run deleted\n` });
    assert.deepEqual(left(), others);
  });

  it('prunes by age, and says what is kept nonetheless', async () => {
    const old = keep(31);
    const driven = keep(33, { process: thisProcess() });
    const cutOff = keep(8, {});
    const young = keep(6);
    const { stdout } = await flow('prune', '--older-than', '6d12h');
    assert.equal(
      stdout,
      [
        `Deleted run ${old}`,
        `Kept run ${cutOff}, which was cut off: flow resume ${cutOff} goes on with it, flow delete ${cutOff} deletes it`,
        `Kept run ${driven}, which goes on`,
        '1 run deleted',
        '',
      ].join('\n'),
    );
    assert.deepEqual(left(), [driven, cutOff, young].sort());
  });

  for (const age of ['30', 'd', '3w', '-1d', '']) {
    it(`doesn't take “${age}” for an age`, async () => {
      const { code, stderr } = await flow('prune', `--older-than=${age}`);
      assert.equal(code, 2);
      assert.match(stderr, /takes an age such as 30d, 12h or 1d12h, not “/);
    });
  }

  it('is done when a run begins, to as many as FLOW_KEEP_RUNS says', async () => {
    const [, younger] = [keep(2), keep(1)];
    const { code } = await heard(['run', 'fine.flow.yaml'], place.folder, {
      ...process.env,
      FLOW_KEEP_RUNS: '2',
    });
    assert.equal(code, 0);
    assert.equal(left().length, 2);
    assert.equal(left()[0], younger);
  });

  it('has to be told a number, or all', async () => {
    const env = { ...process.env, FLOW_KEEP_RUNS: 'none' };
    const { code, stderr } = await heard(['run', 'fine.flow.yaml'], place.folder, env);
    assert.equal(code, 2);
    assert.match(stderr, /FLOW_KEEP_RUNS takes a whole number from 1 on, not “none”/);
  });
});
