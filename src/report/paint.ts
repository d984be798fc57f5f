import type { Severity } from '../model/diagnostic.ts';
import type { TaskState } from '../model/taskState.ts';

/** How text gets its looks: each function returns the text it was given, marked up or not. */
export interface Paint {
  /** Whether colour codes that a task wrote may pass. */
  readonly coloured: boolean;
  state(state: TaskState, text: string): string;
  severity(severity: Severity, text: string): string;
  bold(text: string): string;
  dim(text: string): string;
}

/** For files, pipes and output channels. */
export const plainPaint: Paint = {
  coloured: false,
  state: (_, text) => text,
  severity: (_, text) => text,
  bold: (text) => text,
  dim: (text) => text,
};

const STATE_COLOURS: Readonly<Record<TaskState, number>> = {
  pending: 90,
  ready: 90,
  running: 36,
  retrying: 33,
  waiting: 35,
  completed: 32,
  failed: 31,
  skipped: 90,
  cancelled: 33,
};

const SEVERITY_COLOURS: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 36 };

/** For terminals: the sixteen colours that follow the person's theme. */
export const ansiPaint: Paint = {
  coloured: true,
  state: (state, text) => sgr(STATE_COLOURS[state], 39, text),
  severity: (severity, text) => sgr(SEVERITY_COLOURS[severity], 39, text),
  bold: (text) => sgr(1, 22, text),
  dim: (text) => sgr(2, 22, text),
};

/** Select Graphic Rendition, ECMA-48 8.3.117. */
function sgr(on: number, off: number, text: string): string {
  return text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`;
}
