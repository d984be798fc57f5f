import type { JsonObject } from '../model/json.ts';
import type { Plan } from '../model/plan.ts';
import { diskFiles } from '../orchestrator/inputFiles.ts';
import { resolveValues } from '../orchestrator/inputs.ts';
import type { Arguments } from './arguments.ts';
import type { Context } from './context.ts';
import { UsageError } from './usageError.ts';

/**
 * What `--input` gives, typed; what it doesn't give is as in an earlier run, where there is one, or the default. Throws
 * a `UsageError` with a sentence for each fault.
 */
export function givenInputs(
  plan: Plan,
  args: Arguments,
  { folder }: Context,
  earlier: JsonObject = {},
): JsonObject {
  const given = new Map(Object.entries(earlier).filter(([name]) => Object.hasOwn(plan.inputs, name)));
  for (const text of args.all('input')) {
    const equals = text.indexOf('=');
    if (equals < 1) throw new UsageError(`The option --input takes NAME=VALUE, and “${text}” isn't that.`);
    given.set(text.slice(0, equals), text.slice(equals + 1));
  }
  const files = diskFiles({ givenFolder: folder, workflowFolder: plan.folder });
  const resolved = resolveValues(plan.inputs, Object.fromEntries(given), files);
  if ('faults' in resolved) throw new UsageError(resolved.faults.join('\n      '));
  return resolved.inputs;
}
