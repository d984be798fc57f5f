import { type EnterElement, type Selection, select } from 'd3';
import { STATE_ICONS } from '../drawing/icons.ts';
import { allTasks, type Scene } from '../drawing/scene.ts';
import type { Answer } from '../model/workflow.ts';
import { appendIcon } from './button.ts';

/** What tasks ask a person, above the graph: each question with the buttons that answer it. */
export interface Questions {
  /** Those of a scene whose run goes on, or none. */
  show(scene: Scene, live: boolean): void;
  /** Moves the focus to the button of an answer to a task; returns whether the task waits for one. */
  focus(task: string, answer: Answer): boolean;
}

export interface QuestionEvents {
  answered(task: string, answer: Answer): void;
  reveal(task: string): void;
  /** A question went away while it had the focus. */
  left(task: string): void;
}

interface Asked {
  readonly task: string;
  readonly message: string;
  readonly deadline: string;
}

const ANSWERS: readonly (readonly [answer: Answer, label: string, weight: string])[] = [
  ['approve', 'Approve', 'primary'],
  ['reject', 'Reject', 'secondary'],
];

export function createQuestions(parent: HTMLElement, events: QuestionEvents): Questions {
  const panel = select(parent)
    .append('section')
    .attr('class', 'questions')
    .attr('aria-label', 'Questions')
    .property('hidden', true);
  const all = () => panel.selectAll<HTMLElement, Asked>('div.question');

  return {
    show(scene, live) {
      const asked = live ? questionsOf(scene) : [];
      const focused = all().filter(function (this: HTMLElement) {
        return this.contains(document.activeElement);
      });
      const question = all()
        .data(asked, ({ task }) => task)
        .join((enter) => appendQuestion(enter, events))
        .attr('aria-label', ({ task }) => `${task} asks`);
      question.select('.asks').text(({ task }) => task);
      question.select('p').text(({ message }) => message);
      question.select('small').text(({ deadline }) => deadline);
      panel.property('hidden', asked.length === 0);
      for (const { task } of focused.data()) {
        if (!asked.some((left) => left.task === task)) events.left(task);
      }
    },
    focus(task, answer) {
      const question = all().filter((asked) => asked.task === task);
      const button = question.select<HTMLButtonElement>(`button[data-answer=${answer}]`).node();
      button?.focus();
      return button !== null;
    },
  };
}

function appendQuestion(
  enter: Selection<EnterElement, Asked, HTMLElement, unknown>,
  events: QuestionEvents,
): Selection<HTMLElement, Asked, HTMLElement, unknown> {
  const question = enter.append<HTMLElement>('div').attr('class', 'question waiting').attr('role', 'group');
  question.each(function (this: HTMLElement, { task }) {
    const row = select(this);
    appendIcon(row).attr('d', STATE_ICONS.waiting);
    const words = row.append('div');
    words
      .append('button')
      .attr('type', 'button')
      .attr('class', 'asks')
      .attr('title', 'Show the task in the file')
      .on('click', () => events.reveal(task));
    words.append('p');
    words.append('small');
    for (const [answer, label, weight] of ANSWERS) {
      row
        .append('button')
        .attr('type', 'button')
        .attr('class', `worded ${weight}`)
        .attr('data-answer', answer)
        .attr('aria-label', `${label} ${task}`)
        .text(label)
        .on('click', () => events.answered(task, answer));
    }
  });
  return question;
}

function questionsOf(scene: Scene): readonly Asked[] {
  return allTasks(scene).flatMap(({ id, status }) => {
    const question = status?.state === 'waiting' ? status.question : undefined;
    if (question === undefined) return [];
    const { message, deadline } = question;
    return { task: id, message, deadline: deadline === undefined ? '' : `Not answered, it ${deadline}.` };
  });
}
