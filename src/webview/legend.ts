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

const KEYS: readonly (readonly [keys: string, meaning: string])[] = [
  ['Arrow keys', 'go along edges and within a stage'],
  ['Enter', 'show the task in the file'],
  ['L', 'show the task’s log'],
  ['+  −  0', 'zoom in, zoom out, fit'],
];

/** What the icons mean and the keys do; hidden until asked for. */
export function createLegend(parent: HTMLElement): { toggle(): boolean } {
  const panel = select(parent)
    .append('section')
    .attr('class', 'legend')
    .attr('aria-label', 'Legend and keys')
    .property('hidden', true);
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
  for (const [keys, meaning] of KEYS) {
    lines.append('dt').append('kbd').text(keys);
    lines.append('dd').text(meaning);
  }
  return {
    toggle() {
      const hidden = !panel.property('hidden');
      panel.property('hidden', hidden);
      return !hidden;
    },
  };
}
