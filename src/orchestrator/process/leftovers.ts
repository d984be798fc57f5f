import { signalProcess } from './family.ts';
import { isOfRun } from './marks.ts';
import { type Found, findMembers } from './members.ts';
import { type ProcessEntry, processEntry, stillLives } from './processTable.ts';

/** ms between two looks; and that what was killed may take to be gone. */
const LOOK = 10;
const DYING = 250;

/** Looks after which a process of which it can't be told whether it is the run's isn't. */
const UNSURE_LOOKS = 10;

/**
 * Ends whatever still runs of a run whose process is gone, never this process or those that it came of: SIGTERM, and
 * SIGKILL after `grace` ms. Resolves, when they are gone, with their numbers. Linux only: elsewhere nobody is found.
 */
export async function endLeftovers(run: string, grace: number): Promise<readonly number[]> {
  if (process.platform !== 'linux') return [];
  const ended = new Map<number, ProcessEntry>();
  const begin = performance.now();
  for (let unsure = 0; ; ) {
    const left = find(run);
    if (left.members.length === 0 && (!left.unsure || unsure++ >= UNSURE_LOOKS)) break;
    const isLate = performance.now() > begin + grace;
    for (const entry of left.members) {
      if (isLate) signalProcess(entry, 'SIGKILL');
      else if (!ended.has(entry.pid)) signalProcess(entry, 'SIGTERM');
      ended.set(entry.pid, entry);
    }
    if (performance.now() > begin + grace + DYING) break;
    await new Promise((resolve) => setTimeout(resolve, LOOK));
  }
  return [...ended.values()].filter((entry) => !stillLives(entry)).map(({ pid }) => pid);
}

function find(run: string): Found {
  return findMembers({
    marked: (mark) => isOfRun(mark, run),
    sessions: new Set(),
    above: 0,
    spared: ancestry(),
  });
}

/** This process and all that it came of. */
function ancestry(): ReadonlySet<number> {
  const pids = new Set<number>();
  for (let pid = process.pid; pid > 0 && !pids.has(pid); pid = processEntry(pid)?.parent ?? 0) pids.add(pid);
  return pids;
}
