import assert from 'node:assert/strict';
import { readEvents } from '../../src/orchestrator/journal.ts';
import { endLeftovers } from '../../src/orchestrator/process/leftovers.ts';
import { type Ended, flow, type Moment } from './flowProcess.ts';
import { processesOf } from './marked.ts';
import { endOf, type Place, place } from './place.ts';
import { type Random, randomOf } from './random.ts';

export interface Story {
  /** `whole.flow.yaml` */
  readonly file: string;
  readonly seed: number;
  /** How the run ends when nobody disturbs it. */
  readonly end: object;
}

/** No story is cut off more often. */
const MOST_KILLS = 12;

/**
 * Runs a workflow whose process is killed at random moments, takes it up again, kills that as well, and so on; then
 * lets it come to its end. Resolves with the count of kills. Rejects where the run isn't as it would have been.
 */
export async function cutOffOften(story: Story): Promise<number> {
  const here = place();
  try {
    const kills = await told(story, here);
    here.remove();
    return kills;
  } catch (error) {
    const stored = await here.run();
    if (stored !== undefined) await endLeftovers(stored.run.id, 0);
    throw new Error(`With FLOW_CRASH_SEED=${story.seed}, kept in ${here.folder}`, { cause: error });
  }
}

async function told({ file, seed, end }: Story, here: Place): Promise<number> {
  const random = randomOf(seed);
  const done = new Map<string, number>();
  let kills = 0;
  const most = random.whole(4, MOST_KILLS);
  while (kills < most && !(await hasEnded(here))) {
    const { signal, code, stderr } = await flow(await nextCommand(here, file), here.folder, momentOf(random));
    await assureKept(here, done);
    if (signal === 'SIGKILL') kills++;
    else assert.ok(code === 0 || code === 1, `exit code ${code}\n${stderr}`);
  }
  if (!(await hasEnded(here))) await comeToEnd(here, file, random.happens(0.5));
  await assureKept(here, done);
  await assureEnd(here, end);
  return kills;
}

/** Half of the kills follow an event, to hit what comes right behind it; the others hit the beginnings as well. */
function momentOf(random: Random): Moment {
  return random.happens(0.5) ? { lines: random.whole(1, 50) } : { ms: random.whole(30, 900) };
}

/** Even a process that was killed may have written the end. */
async function hasEnded(here: Place): Promise<boolean> {
  const state = (await here.run())?.run.state;
  return state === 'completed' || state === 'failed';
}

async function nextCommand(here: Place, file: string): Promise<readonly string[]> {
  const stored = await here.run();
  return [...(stored === undefined ? ['run', file] : ['resume', stored.run.id]), '--events', '-'];
}

/** No task whose completion is in the journal has begun once more since. */
async function assureKept(here: Place, done: Map<string, number>): Promise<void> {
  const stored = await here.run();
  for (const [id, { state, children }] of stored?.run.tasks ?? []) {
    if (children !== undefined || (state !== 'completed' && !done.has(id))) continue;
    const count = here.attempts(id);
    assert.equal(count, done.get(id) ?? count, `${id} had completed and ran again`);
    assert.equal(state, 'completed', `${id} had completed and has ${state} now`);
    done.set(id, count);
  }
}

/** By one process, or by two at a time, of which one drives the run. */
async function comeToEnd(here: Place, file: string, byTwo: boolean): Promise<void> {
  const command = await nextCommand(here, file);
  const twice = byTwo && command[0] === 'resume';
  const processes = await Promise.all((twice ? [1, 2] : [1]).map(() => flow(command, here.folder)));
  const [driver, ...others] = processes.sort((a, b) => Number(drove(b)) - Number(drove(a)));
  assert.ok(driver !== undefined && drove(driver), `nobody drove the run\n${driver?.stderr}`);
  for (const other of others) {
    assert.ok(!drove(other), 'two processes drove the run');
    assert.equal(other.code, 2, other.stderr);
  }
}

function drove({ stdout }: Ended): boolean {
  return stdout !== '';
}

async function assureEnd(here: Place, end: object): Promise<void> {
  const stored = await here.run();
  assert.ok(stored !== undefined, 'there is no run');
  assert.deepEqual(endOf(stored.run), end);
  assert.equal(here.overlaps(), '', 'an attempt began while an earlier one of its task still lived');
  const completions = (await readEvents(stored.folder)).flatMap((event) =>
    event.type === 'task-completed' ? [event.task] : [],
  );
  assert.deepEqual(completions, [...new Set(completions)], 'a task completed twice');
  assert.deepEqual(processesOf(stored.run.id), [], 'something of the run still lives');
}
