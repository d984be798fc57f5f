import type { FailureMode, Task, Workflow } from '../../model/workflow.ts';
import type { Pair, Value } from '../source/value.ts';
import { readInput } from './readInput.ts';
import { readPool } from './readPool.ts';
import { readRetryPolicy } from './readRetryPolicy.ts';
import { asNames, readEntries } from './readTask.ts';
import { asChoice, asDuration, asMap, asNumber, asText, located, read } from './scalars.ts';

/** What can be understood of a file, its tasks given. What is wrong is left out here and is said by the rules. */
export function readWorkflow(root: Value | undefined, tasks: readonly Task[]): Workflow {
  const map = root === undefined ? undefined : asMap(root);
  if (map === undefined) return EMPTY_WORKFLOW;
  return {
    name: read(map, 'name', asText),
    description: read(map, 'description', asText),
    maxConcurrentTasks: read(map, 'max_concurrent_tasks', located(asNumber)),
    failureMode: read(map, 'failure_mode', located(asChoice(FAILURE_MODES))),
    timeout: read(map, 'timeout', located(asDuration)),
    retryPolicy: readRetryPolicy(read(map, 'retry_policy', asMap)),
    env: readEntries(map, 'env'),
    inputs: firstOfEach(read(map, 'inputs', asMap)?.pairs ?? []).map(readInput),
    secrets: read(map, 'secrets', asNames) ?? [],
    pools: firstOfEach(read(map, 'pools', asMap)?.pairs ?? []).map(readPool),
    outputs: readEntries(map, 'outputs'),
    tasks,
  };
}

const FAILURE_MODES: readonly FailureMode[] = ['continue', 'no_new', 'kill'];

export const EMPTY_WORKFLOW: Workflow = {
  name: undefined,
  description: undefined,
  maxConcurrentTasks: undefined,
  failureMode: undefined,
  timeout: undefined,
  retryPolicy: {},
  env: [],
  inputs: [],
  secrets: [],
  pools: [],
  outputs: [],
  tasks: [],
};

function firstOfEach(pairs: readonly Pair[]): readonly Pair[] {
  const names = new Set<string>();
  return pairs.filter(({ key }) => {
    const isFirst = !names.has(key.value);
    names.add(key.value);
    return isFirst;
  });
}
