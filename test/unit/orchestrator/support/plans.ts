import { stages } from '../../../../src/model/graph.ts';
import type { Plan, PlannedTask, RetryPolicy } from '../../../../src/model/plan.ts';

export const ONCE: RetryPolicy = {
  maxAttempts: 1,
  initialDelay: 1000,
  backoffFactor: 2,
  maxDelay: 60_000,
  jitter: false,
  retryOn: { reasons: ['exit_code', 'signal', 'timeout', 'error', 'outputs'] },
};

/** A plan of `run` tasks from `{ id: needs }`, or `{ id: { …what differs } }`. */
export function planOf(
  tasks: Readonly<Record<string, readonly string[] | Partial<PlannedTask>>>,
  rest: Partial<Plan> = {},
): Plan {
  const planned = Object.entries(tasks).map(([id, given], line): PlannedTask => {
    const differs: Partial<PlannedTask> = Array.isArray(given)
      ? { needs: given }
      : (given as Partial<PlannedTask>);
    return {
      id,
      needs: [],
      stage: 0,
      line,
      work: { kind: 'run', script: 'true' },
      env: {},
      retry: ONCE,
      priority: 'normal',
      continueOnError: false,
      ...differs,
    };
  });
  const depth = stages(planned);
  return {
    name: 'test',
    file: '/w/test.flow.yaml',
    folder: '/',
    maxConcurrentTasks: 4,
    failureMode: 'continue',
    env: {},
    inputs: {},
    secrets: [],
    pools: {},
    outputs: {},
    tasks: planned.map((task) => ({ ...task, stage: depth.get(task.id) ?? 0 })),
    ...rest,
  };
}
