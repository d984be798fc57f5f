import { applyEvent } from '../../../../src/model/applyEvent.ts';
import type { RunEvent, RunStarted } from '../../../../src/model/event.ts';
import { foldEvents } from '../../../../src/model/fold.ts';
import type { Plan } from '../../../../src/model/plan.ts';
import { countedAttempts, type Run } from '../../../../src/model/run.ts';
import { expressionJudge } from '../../../../src/orchestrator/expressionJudge.ts';
import { scheduler } from '../../../../src/orchestrator/scheduling/scheduler.ts';
import type { Action, Input } from '../../../../src/orchestrator/step.ts';

/** How the tasks of a simulated run behave, by their ids alone, so that a run can be worked out again. */
export interface Behaviour {
  /** How many of a task's first attempts fail. */
  failures(task: string): number;
  /** What a person answers, or nothing: then the timeout does, if there is one. */
  answer(task: string): 'approve' | 'reject' | undefined;
  /** Which of the things that may happen next happens. */
  choose(step: number, count: number): number;
  /** Before which step a person cancels, and whether the second time at once. */
  readonly cancelAt?: number | undefined;
  readonly force?: boolean;
  /** Timeouts come only when nothing else can happen, so that the end doesn't hang on who was faster. */
  readonly patient?: boolean;
}

export function startedOf(plan: Plan): RunStarted {
  return {
    type: 'run-started',
    at: 0,
    version: 2,
    run: 'r',
    plan,
    inputs: {},
    trigger: 'command-line',
    process: { pid: 1, host: 'h' },
  };
}

const SURROUNDINGS = { runFolder: '/r', secrets: {} };
const MASK = { text: (text: string) => text, json: <T>(value: T) => value };

/** More steps than any run of the sizes simulated here takes. */
const MOST_STEPS = 5000;

/**
 * Runs a workflow to its end without processes or time of its own, from wherever `history` has come to.
 * Returns the whole history. Throws where the run doesn't end.
 */
export function simulate(history: readonly RunEvent[], behaviour: Behaviour): readonly RunEvent[] {
  const events = [...history];
  const run = folded(events);
  const decisions = scheduler({ run: folded(events), judge: expressionJudge(SURROUNDINGS, MASK) });
  const open = new Map<string, Action>();
  let at = events.at(-1)?.at ?? 0;
  tell({ type: 'begin', at });
  for (let step = 0; run.endedAt === undefined; step++) {
    if (step > MOST_STEPS) throw new Error('The run never ends.');
    at++;
    if (step === behaviour.cancelAt) {
      tell({ type: 'cancel-asked', at, reason: 'person', force: false });
      if (behaviour.force === true) tell({ type: 'cancel-asked', at, reason: 'person', force: true });
      continue;
    }
    const waiting = [...run.tasks.values()].filter(
      ({ state, task }) => state === 'waiting' && behaviour.answer(task.id) !== undefined,
    );
    const soon = [...open].filter(([, action]) => behaviour.patient !== true || !isTimeout(action));
    const choosable = soon.length + waiting.length === 0 ? [...open] : soon;
    const choices = choosable.length + waiting.length;
    if (choices === 0) {
      const idle = [...run.tasks.values()].filter(({ state }) => state === 'waiting');
      if (idle.length === 0) throw new Error('The run hangs: nothing is open.');
      // Nobody answers these, and no timeout does: a person gives up.
      tell({ type: 'cancel-asked', at, reason: 'person', force: run.cancelReason === 'person' });
      continue;
    }
    const choice = behaviour.choose(step, choices);
    const [key, action] = choosable[choice] ?? [];
    if (key === undefined || action === undefined) {
      const { id } = waiting[choice - choosable.length]?.task ?? { id: '' };
      const answer = behaviour.answer(id) ?? 'approve';
      tell({ type: 'answered', at, task: id, answer, by: 'ana', via: 'editor' });
      continue;
    }
    open.delete(key);
    tell(consequenceOf(action));
  }
  return events;

  function tell(input: Input): void {
    const { events: next, actions } = decisions.step(input);
    for (const event of next) {
      applyEvent(run, event);
      events.push(event);
    }
    for (const action of actions) {
      if (action.type === 'stop-waiting') open.delete(JSON.stringify(action.timer));
      else open.set(action.type === 'wait' ? JSON.stringify(action.timer) : action.task, action);
    }
  }

  function consequenceOf(action: Action): Input {
    if (action.type === 'wait') {
      at += action.delay;
      return { type: 'due', at, timer: action.timer };
    }
    if (action.type === 'stop-waiting') throw new RangeError();
    const { task: id } = action;
    const task = run.tasks.get(id);
    const tries = task === undefined ? 0 : countedAttempts(task);
    const fails = action.type === 'stop' || tries <= behaviour.failures(id);
    const ended = fails
      ? ({ type: 'failed', failure: { reason: 'exit_code', code: 1 }, tail: [] } as const)
      : ({ type: 'completed', outputs: { by: id }, tail: [] } as const);
    return { type: 'attempt-ended', at, task: id, ended };
  }
}

function isTimeout(action: Action): boolean {
  return action.type === 'wait' && (action.timer.type === 'timeout' || action.timer.type === 'answer');
}

function folded(events: readonly RunEvent[]): Run {
  const run = foldEvents(events);
  if (run === undefined) throw new Error('No run.');
  return run;
}
