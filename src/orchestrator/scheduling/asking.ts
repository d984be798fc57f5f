import type { TaskRun } from '../../model/run.ts';
import type { GivenAnswer } from '../step.ts';
import type { Desk } from './desk.ts';
import type { Asking, Moves } from './moves.ts';

/** Questions to people: an approval waits, without a slot, until somebody answers or its time is over. */
export function asking(desk: Desk, moves: Moves): Asking {
  const { book } = desk;
  return {
    ask(task, message, at) {
      const { id, timeout, work } = task.task;
      const answer = work.kind === 'approval' ? work.default : undefined;
      book.record({
        type: 'task-waiting',
        at,
        task: id,
        message,
        ...(timeout !== undefined && { until: at + timeout }),
        ...(answer !== undefined && { default: answer }),
      });
      askOn(task, at);
    },
    askOn,
    takeAnswer,
    answerByTimeout(task, at) {
      if (task.state !== 'waiting' || task.question === undefined) return;
      const { default: answer, askedAt } = task.question;
      const { id, timeout } = task.task;
      if (answer !== undefined) {
        takeAnswer({ type: 'answered', task: id, answer, by: 'timeout', via: 'timeout' }, at);
        return;
      }
      const failure = { reason: 'timeout', after: timeout ?? at - askedAt } as const;
      book.record({ type: 'task-failed', at, task: id, attempt: 0, failure, tail: [] });
      moves.settle(task, at);
    },
  };

  function askOn(task: TaskRun, at: number): void {
    const { answer, question } = task;
    if (answer !== undefined) end(task, at);
    else if (question?.until !== undefined) {
      desk.wait({ type: 'answer', task: task.task.id }, Math.max(0, question.until - at));
    }
  }

  function takeAnswer({ task: id, answer, by, via, comment }: GivenAnswer, at: number): void {
    const task = book.run.tasks.get(id);
    if (task?.state !== 'waiting') return;
    desk.stopWaiting({ type: 'answer', task: id });
    const said = comment === undefined ? {} : { comment };
    book.record({ type: 'task-answered', at, task: id, answer, by, via, ...said });
    end(task, at);
  }

  function end(task: TaskRun, at: number): void {
    const { id } = task.task;
    if (task.answer === undefined) return;
    const { answer, by, via, comment } = task.answer;
    if (answer === 'approve') {
      const outputs = { answer, by, via, at: new Date(task.answer.at).toISOString(), comment: comment ?? '' };
      book.record({ type: 'task-completed', at, task: id, attempt: 0, outputs });
    } else {
      const failure = { reason: 'rejected', by, ...(comment !== undefined && { comment }) } as const;
      book.record({ type: 'task-failed', at, task: id, attempt: 0, failure, tail: [] });
    }
    moves.settle(task, at);
  }
}
