import type { Run } from '../../model/run.ts';
import type { Input, Step, Timer } from '../step.ts';
import type { TakenOver } from '../takenOver.ts';
import { poolsWithin } from './allPools.ts';
import { asking } from './asking.ts';
import { attempting } from './attempting.ts';
import { bookOf } from './book.ts';
import { deciding } from './deciding.ts';
import type { Desk } from './desk.ts';
import { earlierStarts } from './earlierStarts.ts';
import { entering } from './entering.ts';
import type { Judge } from './judge.ts';
import { lanesOf } from './lanes.ts';
import type { Moves } from './moves.ts';
import { isOver } from './outcome.ts';
import { poolsOf } from './pools.ts';
import { settling } from './settling.ts';
import { stopping } from './stopping.ts';
import { structureOf } from './structure.ts';

/**
 * What to do next in a run, decided without clock, processes or files: `step` takes what happened and says
 * which events follow and what is to be done. All the steps of a run together cost O(V + E).
 */
export interface Scheduler {
  step(input: Input): Step;
}

export interface SchedulerOptions {
  /**
   * The run as its events so far tell it; the scheduler moves it on, so it must be its own. Of a run that goes on
   * after an interruption, what ran is taken to have been cut off.
   */
  readonly run: Run;
  readonly judge: Judge;
  /** How long tasks took in earlier runs, ms: the others are taken to take as long as these do on average. */
  readonly durations?: ReadonlyMap<string, number>;
  readonly reused?: TakenOver;
}

export function scheduler({ run, judge, durations, reused }: SchedulerOptions): Scheduler {
  const book = bookOf(run);
  const moves = movesOf({
    book,
    structure: structureOf(run, durationGuess(durations)),
    lanes: lanesOf(poolsOf(poolsWithin(run.plan), earlierStarts(run))),
    judge,
    reused,
    stopping: new Set(),
    changed: new Set(),
    wait: (timer, delay) => book.act({ type: 'wait', timer, delay }),
    stopWaiting: (timer) => book.act({ type: 'stop-waiting', timer }),
  });

  return {
    step(input) {
      if (isOver(run)) return book.close();
      takeIn(input);
      moves.answerFailures(input.at);
      moves.startWhatFits(input.at);
      moves.finishIfDone(input.at);
      return book.close();
    },
  };

  function takeIn(input: Input): void {
    switch (input.type) {
      case 'begin':
        begin(input.at);
        return;
      case 'attempt-ended':
        moves.endAttempt(book.task(input.task), input.ended, input.at);
        return;
      case 'due':
        due(input.timer, input.at);
        return;
      case 'answered':
        moves.takeAnswer(input, input.at);
        return;
      case 'progress': {
        const { type: _, ...told } = input;
        if (book.task(input.task).state === 'running') book.record({ type: 'task-progress', ...told });
        return;
      }
      case 'cancel-asked':
        moves.cancel('', input.reason, input.force, input.at);
    }
  }

  function begin(at: number): void {
    const { timeout } = run.plan;
    if (timeout !== undefined) {
      book.act({ type: 'wait', timer: { type: 'timeout', task: '' }, delay: timeout });
    }
    const reason = run.cancelReason;
    moves.enterWorkflow('', at);
    // What stopped it before goes on stopping it, from wherever that had come to.
    if (reason !== undefined) moves.cancel('', reason, false, at);
  }

  function due(timer: Timer, at: number): void {
    if (timer.type === 'retry') moves.becomeReady(book.task(timer.task), at);
    else if (timer.type === 'answer') moves.answerByTimeout(book.task(timer.task), at);
    else if (timer.type === 'timeout') moves.cancel(timer.task, 'timeout', false, at);
    else moves.rateDue(timer.pool);
  }
}

/** They call one another, so each is given all of them. */
function movesOf(desk: Desk): Moves {
  const moves = {} as Moves;
  return Object.assign(
    moves,
    entering(desk, moves),
    deciding(desk, moves),
    settling(desk, moves),
    attempting(desk, moves),
    asking(desk, moves),
    stopping(desk, moves),
  );
}

function durationGuess(known: ReadonlyMap<string, number> = new Map()): (id: string) => number {
  const sum = [...known.values()].reduce((total, ms) => total + ms, 0);
  const even = sum > 0 ? sum / known.size : 1;
  return (id) => known.get(id) ?? even;
}
