import type { RunEvent } from '../../../../src/model/event.ts';
import { EVENT_VERSION } from '../../../../src/model/event.ts';
import { foldEvents } from '../../../../src/model/fold.ts';
import { upstreamFirst } from '../../../../src/model/graph.ts';
import type { JsonObject } from '../../../../src/model/json.ts';
import type { Plan } from '../../../../src/model/plan.ts';
import type { Run, TaskRun } from '../../../../src/model/run.ts';
import type { SettledState } from '../../../../src/model/taskState.ts';

export interface PastRunOptions {
  readonly inputs?: JsonObject;
  /** How tasks ended, by their ids in full: those that aren't here have completed. `open` never came to an end. */
  readonly ended?: Readonly<Record<string, Exclude<SettledState, 'completed'> | 'interrupted' | 'open'>>;
  /** What each matrix was repeated over. */
  readonly instances?: Readonly<Record<string, readonly JsonObject[]>>;
  /** Tasks that were taken over from a still earlier run, as a whole. */
  readonly reused?: readonly string[];
  /** Events that come before the end of a task. */
  readonly told?: Readonly<Record<string, readonly RunEvent[]>>;
}

/** A run that is over, folded from the events that it would have had. */
export function pastRun(plan: Plan, options: PastRunOptions = {}): Run {
  const { inputs = {}, ended = {}, instances = {}, reused = [], told = {} } = options;
  const started: RunEvent = {
    type: 'run-started',
    at: 0,
    version: EVENT_VERSION,
    run: 'before',
    plan,
    inputs,
    trigger: 'command-line',
    process: { pid: 1, host: 'test' },
  };
  const events: RunEvent[] = [started];
  const run = (): Run => foldEvents(events) as Run;
  settleAll(
    run(),
    plan.tasks.map(({ id }) => id),
  );
  return run();

  function settleAll(now: Run, ids: readonly string[]): void {
    const tasks = ids.flatMap((id) => now.tasks.get(id) ?? []);
    const order = upstreamFirst(tasks.map(({ task }) => task));
    for (const id of order) settle(now.tasks.get(id) as TaskRun);
  }

  function settle({ task, scope }: TaskRun): void {
    const { id, matrix, work } = task;
    const at = events.length;
    const end = ended[id] ?? 'completed';
    if (end === 'skipped') {
      const reason = { type: 'condition', condition: 'false', value: false } as const;
      events.push({ type: 'task-skipped', at, task: id, reason });
      return;
    }
    if (reused.includes(id)) {
      events.push({
        type: 'task-completed',
        at,
        task: id,
        attempt: 0,
        outputs: { of: id },
        reusedFrom: 'still',
      });
      return;
    }
    if (matrix !== undefined) {
      const own = scope === '' ? id : id.slice(scope.length + 1);
      const list = (instances[own] ?? []).map((values) => ({ id: instanceId(id, values), values }));
      expand(id, { type: 'matrix', instances: list });
    } else if (work.kind === 'workflow') expand(id, { type: 'workflow', inputs: {} });
    else events.push({ type: 'task-started', at, task: id, attempt: 1 });
    events.push(...(told[id] ?? []));
    if (end === 'open') return;
    if (end === 'cancelled') events.push({ type: 'task-cancelled', at, task: id, attempt: 1 });
    else if (end === 'completed') {
      events.push({ type: 'task-completed', at, task: id, attempt: 1, outputs: { of: id } });
    } else {
      const failure =
        end === 'failed' ? ({ reason: 'exit_code', code: 1 } as const) : ({ reason: end } as const);
      events.push({ type: 'task-failed', at, task: id, attempt: 1, failure, tail: [] });
    }
  }

  function expand(id: string, into: Extract<RunEvent, { readonly type: 'task-expanded' }>['into']): void {
    events.push({ type: 'task-expanded', at: events.length, task: id, into });
    const now = run();
    settleAll(now, now.tasks.get(id)?.children ?? []);
  }
}

/** `train[model=a]` */
export function instanceId(task: string, values: JsonObject): string {
  const pairs = Object.entries(values).map(([name, value]) => `${name}=${value}`);
  return `${task}[${pairs.join(',')}]`;
}
