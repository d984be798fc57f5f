import { Disposable, StatusBarAlignment, ThemeColor, window } from 'vscode';
import { coalesce } from '../coalesce.ts';
import { COMMANDS } from '../names/commands.ts';
import { setContextKey } from '../names/contextKeys.ts';
import type { HeldRuns } from '../runs/heldRuns.ts';
import { questionText } from './question.ts';
import { waitingTasks } from './waitingTasks.ts';

const FOLLOW = 100;

/** Says in the status bar, and to `when` clauses, that tasks wait for a person; a click answers. */
export function showWaiting(runs: HeldRuns): Disposable {
  const item = window.createStatusBarItem('flow.waiting', StatusBarAlignment.Left, 11);
  item.name = 'Flow: tasks that wait for an answer';
  item.command = COMMANDS.answer;
  item.backgroundColor = new ThemeColor('statusBarItem.warningBackground');
  const update = coalesce(FOLLOW, () => {
    const waiting = waitingTasks(runs.live());
    setContextKey('flow.waiting', waiting.length > 0);
    if (waiting.length === 0) {
      item.hide();
      return;
    }
    const words = waiting.length === 1 ? '1 approval' : `${waiting.length} approvals`;
    item.text = `$(person) ${words}`;
    item.tooltip = [...waiting.map(questionText), 'Click to answer.'].join('\n');
    item.accessibilityInformation = { label: `Flow: ${words} to give`, role: 'button' };
    item.show();
  });
  return Disposable.from(
    item,
    update,
    runs.onListChange(update.request),
    runs.onNews(({ event }) => {
      if (event.type !== 'task-output' && event.type !== 'task-progress') update.request();
    }),
  );
}
