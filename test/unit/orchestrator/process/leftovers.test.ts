import { deepEqual, equal, ok } from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endLeftovers } from '../../../../src/orchestrator/process/leftovers.ts';
import { planOf } from '../support/plans.ts';
import { isAlive, script } from '../support/realRun.ts';

/** A process of its own that drives a run of one task, and tells when that has left a process behind. */
const DRIVER = `
  const { orchestrate } = await import(process.env.ORCHESTRATE);
  const plan = JSON.parse(process.env.PLAN);
  const live = orchestrate({
    plan, inputs: {}, trigger: 'command-line', runsFolder: plan.folder, environment: process.env, killGrace: 60_000,
    listener: (event) => event.type === 'task-output' && process.send(live.id),
  });
  process.on('message', () => process.exit(0));
`;

const STUBBORN = `setsid sh -c 'trap "" TERM; echo $$ > pid; exec sleep 1000' < /dev/null > /dev/null 2>&1 &
  while ! [ -s pid ]; do sleep 0.01; done; echo there; sleep 1000`;

describe('what a run leaves running when its process ends', () => {
  const folders: string[] = [];

  before(function () {
    if (process.platform !== 'linux') this.skip();
  });
  after(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  it('is killed on the way out', async () => {
    const { driver, pid } = await drive();
    driver.send('exit');
    await once(driver, 'exit');
    equal(isAlive(pid), false);
  });

  it('is ended later where the process was killed: not what is not the run’s, nor whoever asks', async () => {
    const one = await drive();
    const other = await drive();
    for (const { driver } of [one, other]) {
      driver.kill('SIGKILL');
      await once(driver, 'exit');
    }
    equal(isAlive(one.pid), true);
    const ended = await endLeftovers(one.run, 50);
    ok(ended.includes(one.pid));
    ok(ended.length >= 2, 'the script of the task as well');
    deepEqual(ended.filter(isAlive), []);
    deepEqual(await endLeftovers(one.run, 50), []);
    equal(isAlive(other.pid), true);
    await endLeftovers(other.run, 0);
    equal(isAlive(other.pid), false);
  });

  it('never takes the process that asks for a leftover, though it came of the run', async () => {
    const ask = `
      const { endLeftovers } = await import(process.env.LEFTOVERS);
      console.log(JSON.stringify(await endLeftovers('some-run', 0)));
    `;
    const leftovers = new URL('../../../../src/orchestrator/process/leftovers.ts', import.meta.url).href;
    const child = spawn('sh', ['-c', '"$NODE" --input-type=module --eval "$ASK"; echo survived'], {
      env: {
        ...process.env,
        NODE: process.execPath,
        ASK: ask,
        LEFTOVERS: leftovers,
        FLOW_MARKS: 'some-run/a/1',
      },
    });
    const told = await child.stdout.setEncoding('utf8').toArray();
    equal(told.join(''), '[]\nsurvived\n');
  });

  async function drive(): Promise<{
    readonly driver: ChildProcess;
    readonly run: string;
    readonly pid: number;
  }> {
    const folder = mkdtempSync(join(tmpdir(), 'flow-test-'));
    folders.push(folder);
    const driver = spawn(process.execPath, ['--input-type=module', '--eval', DRIVER], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: {
        ...process.env,
        ORCHESTRATE: new URL('../../../../src/orchestrator/orchestrate.ts', import.meta.url).href,
        PLAN: JSON.stringify(planOf({ a: script(STUBBORN) }, { folder })),
      },
    });
    const [run] = (await once(driver, 'message')) as [string];
    return { driver, run, pid: Number(readFileSync(join(folder, 'pid'), 'utf8')) };
  }
});
