import {
  CodeLens,
  Disposable,
  EventEmitter,
  languages,
  type Range,
  type TextDocument,
  type Uri,
  workspace,
} from 'vscode';
import { type Lens, lenses } from '../../language/lenses.ts';
import { outcomeWords, runOutcomeWords } from '../../language/pastRuns/outcomeWords.ts';
import type { Analyses } from '../analyses.ts';
import { COMMANDS } from '../names/commands.ts';
import { LANGUAGE } from '../names/identifiers.ts';
import { setting } from '../names/settings.ts';
import { toRange } from '../places.ts';
import type { HeldRuns } from '../runs/heldRuns.ts';
import { runIcon, taskIcon } from '../tree/stateIcons.ts';
import { startText } from '../tree/words.ts';
import { onRunsOver, pastRunsOf } from './pastRuns.ts';

/** Run over the workflow and over each task, Run From Here where there are results to take over, and how it went. */
export function provideCodeLenses(analyses: Analyses, runs: HeldRuns): Disposable {
  const change = new EventEmitter<void>();
  return Disposable.from(
    change,
    onRunsOver(runs, () => change.fire()),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('flow.codeLens')) change.fire();
    }),
    languages.registerCodeLensProvider(LANGUAGE, {
      onDidChangeCodeLenses: change.event,
      provideCodeLenses(document) {
        const analysis = analyses(document);
        return lenses(analysis, optionsFor(document), pastRunsOf(runs, document.uri)).map(
          (lens) => new OpenLens(toRange(analysis.lines, lens.range), lens, document.uri),
        );
      },
      resolveCodeLens(open) {
        if (open instanceof OpenLens) open.command = commandOf(open.lens, open.uri, Date.now());
        return open;
      },
    }),
  );
}

/** Only those in view are given words and a command: a workflow of thousands of tasks has as many lenses. */
class OpenLens extends CodeLens {
  readonly lens: Lens;
  readonly uri: Uri;

  constructor(range: Range, lens: Lens, uri: Uri) {
    super(range);
    this.lens = lens;
    this.uri = uri;
  }
}

function optionsFor(document: TextDocument): { readonly run: boolean; readonly outcome: boolean } {
  return { run: setting('flow.codeLens.run', document), outcome: setting('flow.codeLens.outcome', document) };
}

function commandOf(lens: Lens, uri: Uri, now: number): NonNullable<CodeLens['command']> {
  switch (lens.kind) {
    case 'run-workflow':
      return {
        title: '$(play) Run Workflow',
        tooltip: 'Run all tasks',
        command: COMMANDS.runWorkflow,
        arguments: [{ uri }],
      };
    case 'graph':
      return {
        title: '$(type-hierarchy) Show Graph',
        tooltip: 'Draw the tasks beside the editor',
        command: COMMANDS.showGraph,
        arguments: [{ uri }],
      };
    case 'run':
      return {
        title: '$(play) Run',
        tooltip: `Run ${lens.task}, after all that it needs`,
        command: COMMANDS.runTask,
        arguments: [{ uri, task: lens.task }],
      };
    case 'run-from-here':
      return {
        title: '$(run-below) Run From Here',
        tooltip: `Run ${lens.task} and all downstream of it again, with the results of an earlier run`,
        command: COMMANDS.runFromHere,
        arguments: [{ uri, task: lens.task }],
      };
    case 'run-outcome':
      return {
        title: `$(${runIcon(lens.run).id}) ${runOutcomeWords(lens.run)} · ${startText(lens.run.startedAt, now)}`,
        tooltip: 'Show the report of the last run',
        command: COMMANDS.showReport,
        arguments: [{ uri, run: lens.run.id }],
      };
    case 'outcome':
      return outcomeCommand(lens.past, uri, now);
  }
}

/** Leads to the task's log, and to the run's report where it wrote none. */
function outcomeCommand(
  { run, task }: Extract<Lens, { readonly kind: 'outcome' }>['past'],
  uri: Uri,
  now: number,
): NonNullable<CodeLens['command']> {
  const icon = taskIcon(task.state, task.failure?.reason === 'interrupted').id;
  const hasLog = task.attempts.length > 0;
  return {
    title: `$(${icon}) ${outcomeWords({ run, task })} · ${startText(task.endedAt ?? run.startedAt, now)}`,
    tooltip: hasLog ? `Show what ${task.task.id} wrote` : 'Show the report of that run',
    command: hasLog ? COMMANDS.showLog : COMMANDS.showReport,
    arguments: [{ uri, run: run.id, ...(hasLog && { task: task.task.id }) }],
  };
}
