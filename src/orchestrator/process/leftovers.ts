import { remainderOfRun } from './family.ts';
import { familyEnd } from './familyEnd.ts';

/**
 * Ends whatever still runs of a run whose process is gone, never this process or those that it came of: SIGTERM, and
 * SIGKILL after `grace` ms. Resolves, when they are gone, with their numbers. Linux only: elsewhere nobody is found.
 */
export async function endLeftovers(run: string, grace: number): Promise<readonly number[]> {
  if (process.platform !== 'linux') return [];
  const found = new Set<number>();
  const look = () => {
    const left = remainderOfRun(run);
    for (const pid of left.pids) found.add(pid);
    return left;
  };
  await familyEnd(look, grace).whenGone();
  const left = new Set(remainderOfRun(run).pids);
  return [...found].filter((pid) => !left.has(pid));
}
