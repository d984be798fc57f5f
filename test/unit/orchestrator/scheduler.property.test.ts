import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { asksForStatus } from '../../../src/expression/evaluate.ts';
import { startRun } from '../../../src/model/applyEvent.ts';
import type { RunEvent, RunResumed } from '../../../src/model/event.ts';
import { foldEvents } from '../../../src/model/fold.ts';
import { countedAttempts, type Run, topTasks } from '../../../src/model/run.ts';
import { isSettled } from '../../../src/model/taskState.ts';
import { parseJournal } from '../../../src/orchestrator/journal.ts';
import { resumption } from '../../../src/orchestrator/resumption.ts';
import { scheduler } from '../../../src/orchestrator/scheduling/scheduler.ts';
import { planOf } from './support/plans.ts';
import { planOfRandom, type RandomTask, randomWorkflow } from './support/randomPlan.ts';
import { type Behaviour, simulate, startedOf } from './support/simulate.ts';

const randomBehaviour = fc.record({
  failures: fc.array(fc.nat(4), { minLength: 1, maxLength: 10 }),
  answers: fc.array(fc.constantFrom('approve' as const, 'reject' as const, undefined), {
    minLength: 1,
    maxLength: 5,
  }),
  choices: fc.array(fc.nat(1000), { minLength: 1, maxLength: 60 }),
  cancelAt: fc.option(fc.nat(60), { nil: undefined, freq: 2 }),
  force: fc.boolean(),
});

type RandomBehaviour = typeof randomBehaviour extends fc.Arbitrary<infer T> ? T : never;

describe('scheduler, over random workflows', () => {
  it('honours needs and limits, ends every run, and its events fold to one state', () => {
    fc.assert(
      fc.property(randomWorkflow, randomBehaviour, (workflow, behaviour) => {
        const plan = planOfRandom(workflow);
        const events = simulate([startedOf(plan)], behaviourOf(behaviour));
        checkHistory(events);
        const journal = events.map((event) => `${JSON.stringify(event)}\n`).join('');
        deepEqual(foldEvents(parseJournal(journal)), foldEvents(events));
      }),
      { numRuns: 1500, includeErrorInReport: true },
    );
  });

  it('reaches the same end when it is cut off after any event and taken up again', () => {
    fc.assert(
      fc.property(randomWorkflow, randomBehaviour, (workflow, behaviour) => {
        // A nested workflow's time begins anew, so whether it is over before an approval's hangs on the cut.
        const tasks = workflow.tasks.map((task) =>
          task.kind === 'workflow' ? { ...task, timeout: undefined } : task,
        );
        const plan = planOfRandom({ ...workflow, tasks, failureMode: 'continue' });
        const does = { ...behaviourOf({ ...behaviour, cancelAt: undefined }), patient: true };
        const whole = simulate([startedOf(plan)], does);
        const end = endOf(whole);
        // A person who gave up on an approval is a cancel: what it met depends on the moment.
        if (end.state === 'cancelled') return;
        for (let cut = 1; cut < whole.length; cut++) {
          const before = whole.slice(0, cut);
          const going = takenUp(before);
          deepEqual(going.again, [], 'what nobody touched begins anew');
          const resumed = simulate([...before, going], does);
          deepEqual(endOf(resumed), end, `cut after event ${cut}`);
          completesOnce(resumed);
        }
      }),
      { numRuns: 120, includeErrorInReport: true },
    );
  });

  it('reaches the same end when a person cancels it at any moment and then takes it up again', () => {
    fc.assert(
      fc.property(randomWorkflow, randomBehaviour, fc.nat(40), (workflow, behaviour, cancelAt) => {
        // What asks for a cancel does something else when there was one.
        const tasks = workflow.tasks.map((task) => ({ ...task, ...withoutCancel(task) }));
        const last = workflow.finally.map((task) => ({ ...task, ...withoutCancel(task) }));
        const plan = planOfRandom({ ...workflow, tasks, finally: last, failureMode: 'continue' });
        const does = { ...behaviourOf({ ...behaviour, cancelAt: undefined }), patient: true };
        const end = endOf(simulate([startedOf(plan)], does));
        if (end.state === 'cancelled') return;
        const cancelled = simulate([startedOf(plan)], { ...does, cancelAt });
        if (folded(cancelled).state !== 'cancelled') return;
        const resumed = simulate([...cancelled, takenUp(cancelled)], does);
        deepEqual(endOf(resumed), end);
      }),
      { numRuns: 500, includeErrorInReport: true },
    );
  });

  it('ends, whatever the failure mode, when it is cut off after any event and again', () => {
    fc.assert(
      fc.property(randomWorkflow, randomBehaviour, fc.nat(1000), (workflow, behaviour, second) => {
        const plan = planOfRandom(workflow);
        const does = behaviourOf(behaviour);
        const whole = simulate([startedOf(plan)], does);
        for (let cut = 1; cut < whole.length; cut += 3) {
          const once = whole.slice(0, cut);
          const again = simulate([...once, takenUp(once)], { ...does, cancelAt: undefined });
          const twice = again.slice(0, Math.max(cut + 1, second % again.length));
          const end = simulate([...twice, takenUp(twice)], { ...does, cancelAt: undefined });
          checkHistory(end);
          // What ran because of the cancel runs again when there is none any more.
          if (!end.some(({ type }) => type === 'run-cancelling')) completesOnce(end);
        }
      }),
      { numRuns: 120, includeErrorInReport: true },
    );
  });

  it('asks each condition once in a run without cancel: its work grows with the graph, not with its square', () => {
    const size = 3000;
    const chain = Object.fromEntries(
      Array.from({ length: size }, (_, i) => [`t${i}`, i === 0 ? [] : [`t${i - 1}`]]),
    );
    let asked = 0;
    const decisions = scheduler({
      run: startRun(startedOf(planOf(chain))),
      judge: {
        condition(_task, { success }) {
          asked++;
          return { holds: success, value: success };
        },
        asksForStatus: () => false,
        readsMatrix: () => false,
        question: () => '',
        instances: () => [],
        nestedInputs: () => ({}),
        outputs: () => ({}),
      },
    });
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

function behaviourOf({ failures, answers, choices, cancelAt, force }: RandomBehaviour): Behaviour {
  const numberOf = (task: string): number =>
    [...task].reduce((sum, char) => sum + (char.codePointAt(0) ?? 0), 0);
  return {
    // Most attempts succeed.
    failures: (task) => Math.max(0, (failures[numberOf(task) % failures.length] ?? 0) - 2),
    answer: (task) => answers[numberOf(task) % answers.length],
    choose: (step, count) => (choices[step % choices.length] ?? 0) % count,
    cancelAt,
    force,
  };
}

function takenUp(before: readonly RunEvent[]): RunResumed {
  const [started] = before;
  if (started?.type !== 'run-started') throw new Error('No beginning.');
  return {
    type: 'run-resumed',
    at: before.at(-1)?.at ?? 0,
    process: { pid: 2, host: 'h' },
    trigger: 'command-line',
    plan: started.plan,
    inputs: {},
    again: resumption({ before: folded(before), plan: started.plan, inputs: {} }).again,
  };
}

function folded(events: readonly RunEvent[]): Run {
  const run = foldEvents(events);
  ok(run !== undefined);
  return run;
}

function withoutCancel(task: RandomTask): Partial<RandomTask> {
  const asks = task.condition?.includes('cancelled') === true;
  const inner = task.inner.map((each) => ({ ...each, ...withoutCancel(each) }));
  return {
    inner,
    ...(asks && { condition: undefined }),
    ...(task.kind === 'workflow' && { timeout: undefined }),
  };
}

interface End {
  readonly state: Run['state'];
  readonly outputs: Run['outputs'];
  readonly tasks: readonly unknown[];
}

/** How it ended, whatever way it took. */
function endOf(events: readonly RunEvent[]): End {
  const run = foldEvents(events);
  ok(run !== undefined);
  const tasks = [...run.tasks.values()]
    .map(({ task, state, outputs, failure, skipped, answer }) => ({
      id: task.id,
      state,
      outputs: 'at' in outputs ? { ...outputs, at: '' } : outputs,
      failure,
      skipped,
      answer: answer?.answer,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return { state: run.state, outputs: run.outputs, tasks };
}

function completesOnce(events: readonly RunEvent[]): void {
  const completed = events.flatMap((event) => (event.type === 'task-completed' ? [event.task] : []));
  equal(new Set(completed).size, completed.length, 'a completed task ran again');
}

/** Replays the events one by one and holds each against what the format promises. */
function checkHistory(events: readonly RunEvent[]): void {
  const [first] = events;
  ok(first?.type === 'run-started');
  equal(events.at(-1)?.type, 'run-finished');
  equal(events.filter((event) => event.type === 'run-finished').length, 1);
  const { plan } = first;
  let cancelled = false;
  const run = startRun(first);
  let at = 0;
  const starts: number[] = [];
  for (const [i, event] of events.entries()) {
    ok(event.at >= at, 'time goes backwards');
    at = event.at;
    if (event.type === 'run-cancelling') cancelled = true;
    if (event.type === 'run-resumed') starts.length = 0;
    if (event.type === 'task-started') {
      const before = foldEvents(events.slice(0, i));
      ok(before !== undefined);
      checkStart(before, event, starts);
    }
  }
  const end = foldEvents(events);
  ok(end !== undefined);
  for (const task of end.tasks.values()) ok(isSettled(task.state), `${task.task.id} is left ${task.state}`);
  const counted = Object.values(end.counts).reduce((sum, count) => sum + count, 0);
  equal(counted, [...end.tasks.values()].filter(({ children }) => children === undefined).length);
  if (!cancelled && plan.failureMode === 'continue') equal(end.counts.cancelled, 0);
  const finals = topTasks(end).filter(({ task }) => task.finally === true);
  const settledMain = topTasks(end).filter(({ task }) => task.finally !== true);
  for (const { attempts, earlierAttempts } of finals) {
    for (const { startedAt } of attempts.slice(earlierAttempts)) {
      ok(
        settledMain.every(({ endedAt }) => (endedAt ?? 0) <= startedAt),
        'finally began too early',
      );
    }
  }
  ok(run.id === end.id);
}

type Started = Extract<RunEvent, { readonly type: 'task-started' }>;

function checkStart(before: Run, event: Started, starts: number[]): void {
  const state = before.tasks.get(event.task);
  ok(state !== undefined);
  const { task } = state;
  ok(before.counts.running < before.plan.maxConcurrentTasks, 'the limit is passed');
  ok(countedAttempts(state) < task.retry.maxAttempts, 'more attempts than allowed');
  const running = [...before.tasks.values()].filter((each) => each.state === 'running' && !each.children);
  if (task.pool === 'narrow') ok(!running.some((each) => each.task.pool === 'narrow'), 'the pool is full');
  if (task.pool === 'slow') {
    starts.push(event.at);
    const third = starts.at(-3);
    ok(third === undefined || event.at - third >= 100, 'the rate is passed');
  }
  for (const need of task.needs) {
    const upstream = before.tasks.get(need);
    ok(upstream !== undefined && isSettled(upstream.state), `${task.id} started before ${need} was settled`);
    const met =
      upstream.state === 'completed' || (upstream.state === 'failed' && upstream.task.continueOnError);
    const asks = task.finally === true || (task.if !== undefined && asksForStatus(task.if));
    ok(met || asks, `${task.id} started though ${need} ${upstream.state}`);
  }
}
