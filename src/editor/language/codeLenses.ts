import { CodeLens, Disposable, EventEmitter, languages, type Uri } from 'vscode';
import type { Analysis } from '../../language/analyze.ts';
import type { Range } from '../../model/text.ts';
import type { Task } from '../../model/workflow.ts';
import type { Analyses } from '../analyses.ts';
import { COMMANDS } from '../names/commands.ts';
import { LANGUAGE } from '../names/identifiers.ts';
import { toRange } from '../places.ts';
import { hasResults } from '../runs/canTryAgain.ts';
import type { HeldRun } from '../runs/heldRun.ts';
import type { HeldRuns } from '../runs/heldRuns.ts';

/** Run over the workflow and over each task; over a task also Run From Here, where there are results to take over. */
export function provideCodeLenses(analyses: Analyses, runs: HeldRuns): Disposable {
  const change = new EventEmitter<void>();
  return Disposable.from(
    change,
    runs.onListChange(() => change.fire()),
    runs.onNews(({ event }) => {
      if (event.type === 'run-finished') change.fire();
    }),
    languages.registerCodeLensProvider(LANGUAGE, {
      onDidChangeCodeLenses: change.event,
      provideCodeLenses(document) {
        const { uri } = document;
        const analysis = analyses(document);
        const tasks = [...analysis.tasksById.values()];
        if (tasks.length === 0) return [];
        const known = tasksWithResults(runs.list(uri));
        return [
          ...workflowLenses(analysis, uri),
          ...tasks.flatMap((task) => taskLenses(analysis, uri, task, known.has(task.id.value))),
        ];
      },
    }),
  );
}

/** The tasks of the runs that are over and left results. */
function tasksWithResults(runs: readonly HeldRun[]): ReadonlySet<string> {
  const over = runs.filter(({ run }) => run.endedAt !== undefined && hasResults(run));
  return new Set(over.flatMap(({ run }) => run.plan.tasks.map(({ id }) => id)));
}

function taskLenses(analysis: Analysis, uri: Uri, { id }: Task, hasRun: boolean): readonly CodeLens[] {
  const target = [{ uri, task: id.value }];
  const run = lens(analysis, id.range, {
    title: '$(play) Run',
    tooltip: `Run ${id.value}, after all that it needs`,
    command: COMMANDS.runTask,
    arguments: target,
  });
  if (!hasRun) return [run];
  const fromHere = lens(analysis, id.range, {
    title: '$(run-below) Run From Here',
    tooltip: `Run ${id.value} and all downstream of it again, with the results of an earlier run`,
    command: COMMANDS.runFromHere,
    arguments: target,
  });
  return [run, fromHere];
}

/** Over the name where there is one, else over the first line that isn't a comment. */
function workflowLenses(analysis: Analysis, uri: Uri): readonly CodeLens[] {
  const { root, workflow } = analysis;
  const place = workflow.name?.range ?? root?.range ?? { start: 0, end: 0 };
  const target = [{ uri }];
  return [
    lens(analysis, place, {
      title: '$(play) Run Workflow',
      tooltip: 'Run all tasks',
      command: COMMANDS.runWorkflow,
      arguments: target,
    }),
    lens(analysis, place, {
      title: '$(type-hierarchy) Show Graph',
      tooltip: 'Draw the tasks beside the editor',
      command: COMMANDS.showGraph,
      arguments: target,
    }),
  ];
}

function lens({ lines }: Analysis, range: Range, command: NonNullable<CodeLens['command']>): CodeLens {
  return new CodeLens(toRange(lines, range), command);
}
