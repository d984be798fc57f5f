import type { TaskState } from '../model/taskState.ts';
import type { TaskKind } from '../model/workflow.ts';

/** Icons as the `d` of an SVG path in a square of 16, to be stroked 1.5 wide with round ends and not filled. */
export const STATE_ICONS: Readonly<Record<TaskState, string>> = {
  pending: `${ring()}`,
  ready: `${ring()}M8 7.2a.8 .8 0 1 0 .01 0`,
  running: 'M8 2a6 6 0 1 1 -6 6',
  retrying: 'M13.5 8a5.5 5.5 0 1 1 -1.8 -4.1M12.2 .9v3.2h-3.2',
  waiting: `${ring()}M6.4 5.8v4.4M9.6 5.8v4.4`,
  completed: `${ring()}M5.2 8.2l2 2l3.6 -4.2`,
  failed: `${ring()}M5.9 5.9l4.2 4.2M10.1 5.9l-4.2 4.2`,
  skipped: `${ring()}M5.2 5.6l2.6 2.4l-2.6 2.4M8.4 5.6l2.6 2.4l-2.6 2.4`,
  cancelled: `${ring()}M3.8 12.2l8.4 -8.4`,
};

export const KIND_ICONS: Readonly<Record<TaskKind, string>> = {
  run: 'M2.5 3.5l4 4l-4 4M8 12.5h5.5',
  module:
    'M6 2.5q-2 0 -2 2v1.7q0 1.8 -1.7 1.8q1.7 0 1.7 1.8v1.7q0 2 2 2M10 2.5q2 0 2 2v1.7q0 1.8 1.7 1.8q-1.7 0 -1.7 1.8v1.7q0 2 -2 2',
  workflow: 'M2.5 2.5h4v4h-4zM9.5 9.5h4v4h-4zM6.5 4.5h5v5',
  approval: 'M2.5 3h11v7.5h-6l-3 2.8v-2.8h-2zM5.6 6.7l1.7 1.7l3.2 -3.4',
};

/** The word for a kind in a sentence: `runs a script`. */
export const KIND_WORDS: Readonly<Record<TaskKind, string>> = {
  run: 'runs a script',
  module: 'calls a module',
  workflow: 'runs a workflow',
  approval: 'asks a person',
};

function ring(): string {
  return 'M8 2a6 6 0 1 1 -.01 0z';
}
