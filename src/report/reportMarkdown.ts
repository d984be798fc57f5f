import { formatDuration } from '../model/duration.ts';
import { failureText } from '../model/failure.ts';
import { stateOfRun } from '../model/runState.ts';
import { stageName } from '../model/stage.ts';
import { ranAgain, reasonsText } from './againSection.ts';
import { stateCounts } from './amounts.ts';
import { answerOf, questionsOf } from './approvalSection.ts';
import { oneLine } from './cleanLine.ts';
import { factsOf } from './facts.ts';
import { attemptText, framesOf, placeOf } from './failureSection.ts';
import { failuresOf } from './failures.ts';
import { code, escaped, fenced, table } from './markdown.ts';
import { outcomeText } from './outcome.ts';
import { partsText } from './partsText.ts';
import { outputsOf, resultsOf } from './results.ts';
import { stageText } from './stageText.ts';
import { STATE_ICONS, skipText } from './stateWords.ts';
import type { Summary } from './summary.ts';
import type { TaskSummary } from './taskSummary.ts';

/** The whole report as a Markdown document (GitHub's flavour), with every task in it. */
export function reportMarkdown(summary: Summary): string {
  const { tasks, stages } = summary;
  const failed = failuresOf(summary);
  const skipped = tasks.filter((task) => task.skipped !== undefined);
  const asked = questionsOf(summary);
  const again = ranAgain(summary);
  const outputs = outputsOf(summary);
  const results = resultsOf(summary);
  const blocks: readonly (string | undefined)[] = [
    `# ${escaped(oneLine(summary.workflow))}`,
    summary.description === undefined ? undefined : escaped(oneLine(summary.description)),
    `**${STATE_ICONS[stateOfRun(summary.state)]} ${escaped(outcomeText(summary))}**`,
    table(
      ['Measured', ''],
      factsOf(summary).map(({ label, text }) => [label, escaped(text)]),
    ),
    section('Failed', failed.length > 0 && failed.map(failure).join('\n\n')),
    section(
      'Skipped',
      skipped.length > 0 &&
        table(
          ['Task', 'Why'],
          skipped.map((task) => [codeName(task), skipWords(task)]),
        ),
    ),
    section(
      'Approvals',
      asked.length > 0 &&
        table(
          ['Task', 'Question', 'Answer'],
          asked.map((task) => [
            codeName(task),
            escaped(oneLine(task.question?.message ?? '')),
            escaped(answerOf(task)),
          ]),
        ),
    ),
    section(
      'Ran again',
      again.length > 0 &&
        table(
          ['Task', 'Why'],
          again.map((task) => [codeName(task), escaped(reasonsText(task.again))]),
        ),
    ),
    section('Stages', stages.length > 0 && stageTable(summary)),
    section('Tasks', tasks.length > 0 && taskTable(tasks)),
    section(
      'Outputs',
      outputs.length > 0 &&
        table(
          ['Output', 'Value'],
          outputs.map(({ key, text }) => [code(key), code(text)]),
        ),
    ),
    section(
      'Results',
      results.length > 0 &&
        table(
          ['Task', 'Output', 'Value'],
          results.map(({ task, key, text }) => [code(task), code(key), code(text)]),
        ),
    ),
  ];
  return `${blocks.filter((block) => block !== undefined).join('\n\n')}\n`;
}

function section(title: string, body: string | false): string | undefined {
  return body === false ? undefined : `## ${title}\n\n${body}`;
}

function stageTable({ stages }: Summary): string {
  return table(
    ['Stage', 'Tasks', 'From', 'To', 'Time'],
    stages.map(({ stage, states, from, to, duration }) => [
      stageName(stage),
      stateCounts(states),
      time(from),
      time(to),
      time(duration),
    ]),
  );
}

function taskTable(tasks: readonly TaskSummary[]): string {
  return table(
    ['Task', 'State', 'Stage', 'Attempts', 'Queued', 'Started', 'Time'],
    tasks.map((task) => [
      `${'&emsp;'.repeat(task.depth)}${code(task.name)}`,
      [`${STATE_ICONS[task.state]} ${task.state}`, ...notes(task)].join(', '),
      stageText(task),
      task.parts === undefined ? String(task.countedAttempts) : '',
      time(task.queued),
      time(task.from),
      time(task.duration),
    ]),
  );
}

function notes(task: TaskSummary): readonly string[] {
  const parts = partsText(task);
  return [
    ...(parts === undefined ? [] : [parts]),
    ...(task.waited === undefined ? [] : [`waited ${formatDuration(task.waited)}`]),
    ...(task.cached === undefined ? [] : [`cached: saved ${formatDuration(task.cached.saved)}`]),
    ...(task.reusedFrom === undefined ? [] : [`reused from run ${escaped(oneLine(task.reusedFrom))}`]),
  ];
}

function failure(task: TaskSummary): string {
  const when = `Failed ${attemptText(task)} (${code(placeOf(task))})`;
  const why = task.failure === undefined ? [] : [escaped(oneLine(failureText(task.failure)))];
  const lines = [...framesOf(task.failure), ...task.tail];
  const output = lines.length === 0 ? [] : [fenced(lines)];
  return [`### ${escaped(oneLine(task.id))}`, [when, ...why].join(': '), ...output].join('\n\n');
}

function codeName({ id }: TaskSummary): string {
  return code(oneLine(id));
}

function skipWords({ skipped }: TaskSummary): string {
  return skipped === undefined ? '' : escaped(skipText(skipped));
}

function time(ms: number | undefined): string {
  return ms === undefined ? '' : formatDuration(ms);
}
