import { join } from 'node:path';
import { makeFlowFolder } from '../orchestrator/flowFolder.ts';
import { systemReason, UsageError } from './usageError.ts';

/** `.flow/runs` in the current folder, made where it is missing. Throws a `UsageError` where it can't be made. */
export function runsFolder(folder: string): string {
  try {
    return makeFlowFolder(folder, 'runs');
  } catch (error) {
    throw new UsageError(`The run can't be kept in ${join('.flow', 'runs')}: ${systemReason(error)}.`);
  }
}
