import { formatDuration } from '../model/duration.ts';
import type {
  Again,
  CancelReason,
  RunCancelling,
  RunFinished,
  RunResumed,
  RunStarted,
} from '../model/event.ts';
import { failureText } from '../model/failure.ts';
import { type Run, taskCount } from '../model/run.ts';
import { stateOfRun } from '../model/runState.ts';
import type { TaskState } from '../model/taskState.ts';
import { reasonsText } from './againSection.ts';
import { counted } from './amounts.ts';
import { oneLine } from './cleanLine.ts';
import { runTime } from './moment.ts';
import { runStateText } from './stateWords.ts';

/** So many reasons to run again are told one by one when a run begins; the report has them all. */
const MOST_AGAIN = 10;

/** One line: what it is about, the state that its look comes from, and what is said. */
export interface Message {
  readonly state: TaskState;
  readonly subject: string;
  /** One plain line. */
  readonly words: string;
}

/** What the log says when a run begins, goes on, is stopped, ends. */
export function runMessages(
  event: RunStarted | RunResumed | RunCancelling | RunFinished,
  run: Run,
): readonly Message[] {
  const subject = run.plan.name;
  switch (event.type) {
    case 'run-started': {
      const extent = `${counted(taskCount(run), 'task')}, at most ${run.plan.maxConcurrentTasks} at once`;
      const words = `started: ${extent} (run ${oneLine(run.id)})`;
      const { previous } = event;
      return [
        { state: 'running', subject, words },
        ...(previous === undefined
          ? []
          : [
              {
                state: 'running',
                subject,
                words: `takes over the results of run ${oneLine(previous.run)} where they still hold`,
              } as const,
              ...againMessages(previous.again, subject),
            ]),
      ];
    }
    case 'run-resumed': {
      const done = `${run.counts.completed} of ${counted(taskCount(run), 'task')} had completed`;
      const words = `goes on: ${done} (run ${oneLine(run.id)})`;
      return [{ state: 'running', subject, words }, ...againMessages(event.again, subject)];
    }
    case 'run-cancelling':
      return [
        {
          state: 'cancelled',
          subject: event.task ?? subject,
          words: (event.task === undefined ? STOPPING : STOPPING_NESTED)[event.reason],
        },
      ];
    case 'run-finished': {
      const time = formatDuration(runTime(run, event.at));
      const why =
        event.failure === undefined
          ? ''
          : `: its outputs could not be told: ${oneLine(failureText(event.failure))}`;
      const words = `${runStateText(event.outcome)} ${event.outcome === 'completed' ? 'in' : 'after'} ${time}${why}`;
      return [{ state: stateOfRun(event.outcome), subject, words }];
    }
  }
}

function againMessages(again: readonly Again[], workflow: string): readonly Message[] {
  const shown = again.slice(0, MOST_AGAIN);
  const left = again.length - shown.length;
  return [
    ...shown.map(({ task, reasons }): Message => {
      const why = reasons.length === 0 ? '' : `: ${reasonsText(reasons)}`;
      return { state: 'pending', subject: task, words: `runs again${why}` };
    }),
    ...(left > 0
      ? [{ state: 'pending', subject: workflow, words: `runs ${counted(left, 'more task')} again` } as const]
      : []),
  ];
}

const STOPPING: Readonly<Record<CancelReason, string>> = {
  person: 'is being cancelled',
  failure: 'is being cancelled, because a task failed',
  timeout: 'has run out of time: what runs is stopped',
  shutdown: 'is being cancelled, because the process that runs it ends',
};

const STOPPING_NESTED: Readonly<Record<CancelReason, string>> = {
  person: 'is being cancelled, with its workflow',
  failure: 'is being cancelled, because a task of its workflow failed',
  timeout: 'has run out of time: what runs in its workflow is stopped',
  shutdown: 'is being cancelled, because the process that runs it ends',
};
