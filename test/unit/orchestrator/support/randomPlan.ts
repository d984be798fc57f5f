import fc from 'fast-check';
import type { Plan, PlannedTask, PlannedWork } from '../../../../src/model/plan.ts';
import { ONCE, planOf } from './plans.ts';

const CONDITIONS = [
  'always()',
  'failure()',
  'cancelled()',
  'success()',
  'false',
  '!cancelled()',
  'always() && true',
];

/** One task of a random workflow; `needs` are taken modulo its place, so that there is no cycle. */
export interface RandomTask {
  readonly needs: readonly number[];
  readonly kind: 'run' | 'approval' | 'workflow';
  readonly maxAttempts: number;
  readonly continueOnError: boolean;
  readonly condition: string | undefined;
  readonly matrix: readonly number[] | 'computed' | undefined;
  readonly pool: string | undefined;
  readonly timeout: number | undefined;
  readonly default: 'approve' | 'reject' | undefined;
  readonly priority: PlannedTask['priority'];
  readonly inner: readonly RandomTask[];
}

interface RandomWorkflow {
  readonly tasks: readonly RandomTask[];
  readonly finally: readonly RandomTask[];
  readonly limit: number;
  readonly failureMode: Plan['failureMode'];
}

function randomTask(inner: fc.Arbitrary<readonly RandomTask[]>): fc.Arbitrary<RandomTask> {
  return fc.record({
    needs: fc.array(fc.nat(30), { maxLength: 3 }),
    kind: fc.oneof(
      { weight: 8, arbitrary: fc.constant('run' as const) },
      { weight: 1, arbitrary: fc.constant('approval' as const) },
      { weight: 1, arbitrary: fc.constant('workflow' as const) },
    ),
    maxAttempts: fc.integer({ min: 1, max: 3 }),
    continueOnError: fc.boolean(),
    condition: fc.option(fc.constantFrom(...CONDITIONS), { nil: undefined, freq: 2 }),
    matrix: fc.option(
      fc.oneof(
        { weight: 3, arbitrary: fc.array(fc.nat(9), { maxLength: 3 }) },
        { weight: 1, arbitrary: fc.constant('computed' as const) },
      ),
      { nil: undefined, freq: 2 },
    ),
    pool: fc.option(fc.constantFrom('narrow', 'slow'), { nil: undefined, freq: 2 }),
    timeout: fc.option(fc.constant(5000), { nil: undefined, freq: 3 }),
    default: fc.option(fc.constantFrom('approve' as const, 'reject' as const), { nil: undefined }),
    priority: fc.constantFrom('low' as const, 'normal' as const, 'high' as const, 'critical' as const),
    inner,
  });
}

const LEAF = randomTask(fc.constant([]));
const TASK = randomTask(fc.array(LEAF, { minLength: 1, maxLength: 4 }));

/** Workflows with all that the scheduler knows: each at most 12 tasks, one level of nesting. */
export const randomWorkflow: fc.Arbitrary<RandomWorkflow> = fc.record({
  tasks: fc.array(TASK, { minLength: 1, maxLength: 12 }),
  finally: fc.array(LEAF, { maxLength: 2 }),
  limit: fc.integer({ min: 1, max: 5 }),
  failureMode: fc.constantFrom('continue' as const, 'no_new' as const, 'kill' as const),
});

export function planOfRandom(random: RandomWorkflow): Plan {
  const main = random.tasks.map((task, i) => [`t${i}`, plannedOf(task, i, 't')] as const);
  const last = random.finally.map(
    (task, i) => [`f${i}`, { ...plannedOf(task, i, 'f'), finally: true as const }] as const,
  );
  const first = random.tasks[0]?.kind === 'run' ? '${{ tasks.t0.outputs.by }}' : 'none';
  return planOf(Object.fromEntries([...main, ...last]), {
    maxConcurrentTasks: random.limit,
    failureMode: random.failureMode,
    pools: { narrow: { limit: 1 }, slow: { rate: { starts: 2, per: 100 } } },
    outputs: { first },
  });
}

function plannedOf(task: RandomTask, place: number, letter: string): Partial<PlannedTask> {
  const needs = [...new Set(place === 0 ? [] : task.needs.map((need) => `${letter}${need % place}`))];
  const runs = task.kind === 'run';
  return {
    needs,
    work: workOf(task),
    retry: runs ? { ...ONCE, maxAttempts: task.maxAttempts } : ONCE,
    continueOnError: task.continueOnError,
    priority: task.priority,
    ...(task.condition !== undefined && { if: task.condition }),
    ...(task.matrix !== undefined && { matrix: { axes: { n: axisOf(task.matrix, needs) } } }),
    ...(runs && task.pool !== undefined && { pool: task.pool }),
    ...(!runs && task.timeout !== undefined && { timeout: task.timeout }),
  };
}

/** A computed list is as long as the state of a need is long, so that it is known only at run time. */
function axisOf(matrix: readonly number[] | 'computed', [need]: readonly string[]) {
  if (matrix !== 'computed') return [...matrix];
  return need === undefined
    ? "${{ fromJSON('[1, 2]') }}"
    : `\${{ fromJSON(format('["{0}", "b"]', tasks.${need}.state)) }}`;
}

function workOf(task: RandomTask): PlannedWork {
  if (task.kind === 'run') return { kind: 'run', script: 'true' };
  if (task.kind === 'approval') {
    return {
      kind: 'approval',
      message: 'Go on?',
      ...(task.default !== undefined && { default: task.default }),
    };
  }
  const plan = planOf(Object.fromEntries(task.inner.map((inner, i) => [`t${i}`, plannedOf(inner, i, 't')])), {
    maxConcurrentTasks: 3,
    outputs: { by: 'nested' },
  });
  return { kind: 'workflow', path: 'inner.flow.yaml', plan };
}
