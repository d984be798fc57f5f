import { ThemeColor, ThemeIcon } from 'vscode';
import type { Run } from '../../model/run.ts';
import { onlyWaits } from '../../model/runState.ts';
import type { TaskState } from '../../model/taskState.ts';

/** Shapes differ, so that no one needs the colours; the colours are the ones that VS Code gives to tests. */
const TASK_ICONS: Readonly<Record<TaskState, ThemeIcon>> = {
  pending: icon('circle-outline', 'disabledForeground'),
  ready: icon('clock', 'testing.iconQueued'),
  running: icon('sync~spin', 'charts.blue'),
  retrying: icon('history', 'list.warningForeground'),
  waiting: icon('person', 'charts.purple'),
  completed: icon('pass', 'testing.iconPassed'),
  failed: icon('error', 'testing.iconFailed'),
  skipped: icon('debug-step-over', 'testing.iconSkipped'),
  cancelled: icon('circle-slash', 'testing.iconSkipped'),
};

const INTERRUPTED = icon('debug-disconnect', 'list.warningForeground');

const RUN_ICONS: Readonly<Record<Run['state'], ThemeIcon>> = {
  running: TASK_ICONS.running,
  cancelling: icon('sync~spin', 'list.warningForeground'),
  completed: TASK_ICONS.completed,
  failed: TASK_ICONS.failed,
  cancelled: TASK_ICONS.cancelled,
  interrupted: INTERRUPTED,
};

export function taskIcon(state: TaskState, interrupted: boolean): ThemeIcon {
  return interrupted ? INTERRUPTED : TASK_ICONS[state];
}

export function runIcon(run: Run): ThemeIcon {
  return onlyWaits(run) ? TASK_ICONS.waiting : RUN_ICONS[run.state];
}

function icon(codicon: string, color: string): ThemeIcon {
  return new ThemeIcon(codicon, new ThemeColor(color));
}
