import type { Plan } from '../model/plan.ts';
import { knownDurations } from '../orchestrator/durations.ts';
import type { DriveOptions } from '../orchestrator/runOptions.ts';
import { listRuns } from '../orchestrator/runs.ts';
import type { Arguments } from './arguments.ts';
import type { Context } from './context.ts';
import { runCache } from './runCache.ts';
import { runsFolderOf } from './runsFolder.ts';
import { givenSecrets } from './secrets.ts';

/** How many runs are looked into for how long tasks take. */
const EARLIER_RUNS = 5;

/** How a run is driven from the command line. Rejects with a `UsageError` where something isn't given. */
export async function driveOptions(plan: Plan, args: Arguments, context: Context): Promise<DriveOptions> {
  const secrets = await givenSecrets(plan, args, context);
  const cache = runCache(plan, args, context);
  const earlier = await listRuns(runsFolderOf(context.folder), EARLIER_RUNS);
  return {
    trigger: 'command-line',
    environment: context.env,
    secrets,
    ...(cache && { cache }),
    durations: knownDurations(
      earlier.map(({ run }) => run),
      plan,
    ),
  };
}
