import { CodeLens, type CodeLensProvider, type Uri } from 'vscode';
import type { Analysis } from '../../language/analyze.ts';
import type { Range } from '../../model/text.ts';
import type { Analyses } from '../analyses.ts';
import { COMMANDS } from '../names/commands.ts';
import { toRange } from '../places.ts';

/** Run over the workflow and over each task. */
export function codeLensProvider(analyses: Analyses): CodeLensProvider {
  return {
    provideCodeLenses(document) {
      const analysis = analyses(document);
      const tasks = [...analysis.tasksById.values()];
      if (tasks.length === 0) return [];
      return [
        ...workflowLenses(analysis, document.uri),
        ...tasks.map(({ id }) =>
          lens(analysis, id.range, {
            title: '$(play) Run',
            tooltip: `Run ${id.value}, after all that it needs`,
            command: COMMANDS.runTask,
            arguments: [{ uri: document.uri, task: id.value }],
          }),
        ),
      ];
    },
  };
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
