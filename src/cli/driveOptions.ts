import type { JsonObject } from '../model/json.ts';
import type { Plan } from '../model/plan.ts';
import { knownDurations } from '../orchestrator/durations.ts';
import type { DriveOptions } from '../orchestrator/runOptions.ts';
import { listRuns } from '../orchestrator/runs.ts';
import { secretInputFaults } from '../orchestrator/secrets/inputFaults.ts';
import type { Arguments } from './arguments.ts';
import type { Context } from './context.ts';
import { runCache } from './runCache.ts';
import { runsFolderOf } from './runsFolder.ts';
import { givenSecrets } from './secrets.ts';
import { UsageError } from './usageError.ts';

/** How many runs are looked into for how long tasks take. */
const EARLIER_RUNS = 5;

/**
 * How a run is driven from the command line. Rejects with a `UsageError` where something isn't given, or is what it
 * may not be.
 */
export async function driveOptions(
  plan: Plan,
  inputs: JsonObject,
  args: Arguments,
  context: Context,
): Promise<DriveOptions> {
  const secrets = await givenSecrets(plan, args, context);
  const faults = secretInputFaults(inputs, secrets);
  if (faults.length > 0) throw new UsageError(faults.join('\n      '));
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
