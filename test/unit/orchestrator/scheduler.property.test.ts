import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { asksForStatus, evaluateCondition } from '../../../src/expression/evaluate.ts';
import type { RunEvent, RunStarted } from '../../../src/model/event.ts';
import { foldEvents } from '../../../src/model/fold.ts';
import type { Plan } from '../../../src/model/plan.ts';
import { isSettled } from '../../../src/model/taskState.ts';
import { parseJournal } from '../../../src/orchestrator/journal.ts';
import { type Scheduler, scheduler } from '../../../src/orchestrator/scheduler.ts';
import { scopeOf } from '../../../src/orchestrator/scope.ts';
import type { Action } from '../../../src/orchestrator/step.ts';
import { ONCE, planOf } from './support/plans.ts';

/** What one task of a random workflow is like; `failures`: how many attempts fail before one succeeds. */
const randomTask = fc.record({
  needs: fc.array(fc.nat(30), { maxLength: 4 }),
  maxAttempts: fc.integer({ min: 1, max: 4 }),
  failures: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(5) }),
  continueOnError: fc.boolean(),
  condition: fc.option(
    fc.constantFrom('always()', 'failure()', 'cancelled()', 'success()', 'false', '!cancelled()'),
    {
      nil: undefined,
      freq: 3,
    },
  ),
});

const randomRun = fc.record({
  tasks: fc.array(randomTask, { minLength: 1, maxLength: 30 }),
  limit: fc.integer({ min: 1, max: 6 }),
  failureMode: fc.constantFrom('continue' as const, 'no_new' as const, 'kill' as const),
  /** Which of the things that may happen next happens; cycled through. */
  choices: fc.array(fc.nat(1000), { minLength: 1, maxLength: 60 }),
  /** After how many steps the run is cancelled. */
  cancelAt: fc.option(fc.nat(60), { nil: undefined, freq: 2 }),
  force: fc.boolean(),
});

type RandomRun = typeof randomRun extends fc.Arbitrary<infer T> ? T : never;

describe('scheduler, over random workflows', () => {
  it('honours needs and the limit, ends every run, and its events fold to one state', () => {
    fc.assert(fc.property(randomRun, check), { numRuns: 1500 });
  });

  it('asks each condition once in a run without cancel: its work grows with the graph, not with its square', () => {
    const size = 3000;
    const chain = Object.fromEntries(
      Array.from({ length: size }, (_, i) => [`t${i}`, i === 0 ? [] : [`t${i - 1}`]]),
    );
    const plan = planOf(chain);
    let asked = 0;
    const decisions = schedulerOf(plan, () => asked++);
    let { actions, events } = decisions.step({ type: 'begin', at: 0 });
    let told = events.length;
    for (let action = actions[0]; action?.type === 'start'; action = actions[0]) {
      const ended = { type: 'completed', outputs: {}, tail: [] } as const;
      ({ actions, events } = decisions.step({ type: 'attempt-ended', at: 0, task: action.task, ended }));
      told += events.length;
    }
    equal(asked, size);
    equal(told, 3 * size + 1);
  });
});

function check(random: RandomRun): void {
  const plan = planOfRandom(random);
  const decisions = schedulerOf(plan);
  const events: RunEvent[] = [startedOf(plan)];
  const pending = new Map<string, Action>();
  const attempts = new Map<string, number>();
  let cancelled = false;
  const take = ({ events: next, actions }: ReturnType<Scheduler['step']>): void => {
    events.push(...next);
    for (const action of actions) {
      if (action.type === 'start' || action.type === 'wait') pending.set(action.task, action);
      if (action.type === 'stop-waiting') pending.delete(action.task);
      if (action.type === 'stop') pending.set(action.task, action);
    }
  };
  take(decisions.step({ type: 'begin', at: 0 }));
  let steps = 0;
  for (; pending.size > 0; steps++) {
    ok(steps < 2000, 'the run never ends');
    if (steps === random.cancelAt) {
      cancelled = true;
      take(decisions.step({ type: 'cancel-asked', at: steps, reason: 'person', force: random.force }));
      continue;
    }
    const choice = random.choices[steps % random.choices.length] ?? 0;
    const [task = '', action] = [...pending][choice % pending.size] ?? [];
    pending.delete(task);
    if (action?.type === 'wait') {
      take(decisions.step({ type: 'retry-due', at: steps, task }));
      continue;
    }
    const tried = (attempts.get(task) ?? 0) + 1;
    attempts.set(task, tried);
    const fails = action?.type === 'stop' || tried <= (random.tasks[Number(task.slice(1))]?.failures ?? 0);
    const ended = fails
      ? ({ type: 'failed', failure: { reason: 'exit_code', code: 1 }, tail: [] } as const)
      : ({ type: 'completed', outputs: { by: task }, tail: [] } as const);
    take(decisions.step({ type: 'attempt-ended', at: steps, task, ended }));
  }

  equal(events.at(-1)?.type, 'run-finished');
  equal(events.filter((event) => event.type === 'run-finished').length, 1);
  checkHistory(plan, events, cancelled);
  const journal = events.map((event) => `${JSON.stringify(event)}\n`).join('');
  deepEqual(foldEvents(parseJournal(journal)), foldEvents(events));
}

/** Replays the events one by one and holds each against what the format promises. */
function checkHistory(plan: Plan, events: readonly RunEvent[], cancelled: boolean): void {
  const tasks = new Map(plan.tasks.map((task) => [task.id, task]));
  const history: RunEvent[] = [];
  for (const event of events) {
    const before = foldEvents(history);
    history.push(event);
    if (event.type !== 'task-started') continue;
    const task = tasks.get(event.task);
    ok(task !== undefined && before !== undefined);
    ok(before.counts.running < plan.maxConcurrentTasks, 'the limit is passed');
    ok(event.attempt <= task.retry.maxAttempts, 'more attempts than allowed');
    for (const need of task.needs) {
      const state = before.tasks.get(need)?.state ?? 'pending';
      ok(isSettled(state), `${task.id} started before ${need} was settled`);
      const met = state === 'completed' || (state === 'failed' && tasks.get(need)?.continueOnError);
      ok(
        met || (task.if !== undefined && asksForStatus(task.if)),
        `${task.id} started though ${need} ${state}`,
      );
    }
  }
  const run = foldEvents(events);
  ok(run !== undefined);
  for (const task of run.tasks.values()) ok(isSettled(task.state), `${task.task.id} is left ${task.state}`);
  if (!cancelled && plan.failureMode === 'continue') equal(run.counts.cancelled, 0);
}

function planOfRandom({ tasks, limit, failureMode }: RandomRun): Plan {
  return planOf(
    Object.fromEntries(
      tasks.map(({ needs, maxAttempts, continueOnError, condition }, i) => [
        `t${i}`,
        {
          needs: [...new Set(i === 0 ? [] : needs.map((need) => `t${need % i}`))],
          retry: { ...ONCE, maxAttempts },
          continueOnError,
          ...(condition === undefined ? {} : { if: condition }),
        },
      ]),
    ),
    { maxConcurrentTasks: limit, failureMode },
  );
}

function startedOf(plan: Plan): RunStarted {
  return {
    type: 'run-started',
    at: 0,
    version: 1,
    run: 'r',
    plan,
    inputs: {},
    trigger: 'command-line',
    process: { pid: 1, host: 'h' },
  };
}

function schedulerOf(plan: Plan, asked: () => void = () => undefined): Scheduler {
  return scheduler({
    started: startedOf(plan),
    condition(task, status, run) {
      asked();
      return evaluateCondition(task.if, Object.assign(scopeOf(run, '/r', task), { status }));
    },
    asksForStatus: (task) => task.if !== undefined && asksForStatus(task.if),
  });
}
