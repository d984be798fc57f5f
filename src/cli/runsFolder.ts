import { join } from 'node:path';
import { makeFlowFolder } from '../orchestrator/flowFolder.ts';
import { systemReason, UsageError } from './usageError.ts';

/** `.flow/runs` in a folder, whether or not it is there. */
export function runsFolderOf(folder: string): string {
  return join(folder, '.flow', 'runs');
}

/** `.flow/runs` in a folder, made where it is missing. Throws a `UsageError` where it can't be made. */
export function madeRunsFolder(folder: string): string {
  try {
    return makeFlowFolder(folder, 'runs');
  } catch (error) {
    throw new UsageError(`The run can't be kept in ${join('.flow', 'runs')}: ${systemReason(error)}.`);
  }
}
