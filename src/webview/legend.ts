import { select } from 'd3';
import { STATE_ICONS } from '../drawing/icons.ts';
import { TASK_STATES, type TaskState } from '../model/taskState.ts';
import { appendIcon } from './button.ts';

const MEANINGS: Readonly<Record<TaskState, string>> = {
  pending: 'waits for what it needs',
  ready: 'waits for a free slot',
  running: 'is being worked on',
  retrying: 'failed, and will be tried again',
  waiting: 'waits for a person',
  completed: 'done',
  failed: 'failed for good',
  skipped: 'not run, because of a need or its condition',
  cancelled: 'stopped before its end',
};

const MARKS: readonly (readonly [mark: string, meaning: string])[] = [
  ['pile, ×4', 'repeated so often by its matrix'],
  ['barred card', 'another workflow as one task'],
  ['frame', 'what a task turned into in this run'],
];

const KEYS: readonly (readonly [keys: string, meaning: string])[] = [
  ['Arrow keys', 'go along edges and within a stage, ↓ into a frame'],
  ['Enter', 'show the task in the file'],
  ['L', 'show the task’s log'],
  ['A  R', 'go to Approve and Reject of a task that waits for a person'],
  ['+  −  0', 'zoom in, zoom out, fit'],
];

/**
 * What the icons mean and the keys do; hidden until asked for by the `opener`, and again by Escape or a press
 * anywhere else. `changed` hears at once, and with every change, whether it is open.
 */
export function createLegend(
  parent: HTMLElement,
  opener: HTMLElement,
  changed: (open: boolean) => void,
): { toggle(): void } {
  const panel = select(parent)
    .append('section')
    .attr('class', 'legend')
    .attr('aria-label', 'Legend and keys');
  const states = panel.append('dl');
  for (const state of TASK_STATES) {
    const term = states.append('dt').attr('class', state);
    appendIcon(term).attr('d', STATE_ICONS[state]);
    term.append('span').text(state);
    states.append('dd').text(MEANINGS[state]);
  }
  const lines = panel.append('dl');
  lines.append('dt').attr('class', 'cyclic').text('red, dashed');
  lines.append('dd').text('a dependency cycle: nothing on it can start');
  for (const [mark, meaning] of MARKS) {
    lines.append('dt').text(mark);
    lines.append('dd').text(meaning);
  }
  for (const [keys, meaning] of KEYS) {
    lines.append('dt').append('kbd').text(keys);
    lines.append('dd').text(meaning);
  }

  const isOpen = () => !panel.property('hidden');
  const setOpen = (open: boolean): void => {
    panel.property('hidden', !open);
    changed(open);
  };
  setOpen(false);
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !isOpen()) return;
    setOpen(false);
    opener.focus();
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (!isOpen() || !(target instanceof Node)) return;
    // A press of the opener is followed by the click that toggles.
    if (![panel.node(), opener].some((element) => element?.contains(target))) setOpen(false);
  });
  return { toggle: () => setOpen(!isOpen()) };
}
