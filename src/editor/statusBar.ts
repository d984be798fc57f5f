import { Disposable, StatusBarAlignment, window } from 'vscode';
import { taskCount } from '../model/run.ts';
import { onlyWaits } from '../model/runState.ts';
import { coalesce } from './coalesce.ts';
import { COMMANDS } from './names/commands.ts';
import type { HeldRuns } from './runs/heldRuns.ts';
import { settledCount } from './settledCount.ts';

const FOLLOW = 100;

/** While something runs: how far it is, in the status bar. A click shows the graph, of several runs the picked one. */
export function showStatusBar(runs: HeldRuns): Disposable {
  const item = window.createStatusBarItem('flow.runs', StatusBarAlignment.Left, 10);
  item.name = 'Flow: running workflows';
  const update = coalesce(FOLLOW, () => {
    const live = runs.live();
    const [only] = live;
    if (only === undefined) {
      item.hide();
      return;
    }
    const done = live.reduce((sum, { run }) => sum + settledCount(run), 0);
    const all = live.reduce((sum, { run }) => sum + taskCount(run), 0);
    const names = live.map(({ run }) => run.plan.name).join(', ');
    const icon = live.every(({ run }) => onlyWaits(run)) ? '$(clock)' : '$(sync~spin)';
    item.text = `${icon} Flow ${done}/${all}`;
    item.tooltip = `${names}: ${done} of ${all} tasks are done. Click to show the graph.`;
    item.accessibilityInformation = { label: `Flow: ${done} of ${all} tasks are done`, role: 'button' };
    item.command =
      live.length === 1
        ? { title: 'Show Graph', command: COMMANDS.showGraph, arguments: [{ uri: only.uri }] }
        : COMMANDS.showGraph;
    item.show();
  });
  return Disposable.from(
    item,
    update,
    runs.onListChange(update.request),
    runs.onNews(({ event }) => {
      if (event.type !== 'task-output') update.request();
    }),
  );
}
