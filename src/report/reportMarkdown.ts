import { formatDuration } from '../model/duration.ts';
import { failureText } from '../model/failure.ts';
import { stateOfRun } from '../model/runState.ts';
import { stateCounts } from './amounts.ts';
import { oneLine, plainLine } from './cleanLine.ts';
import { factsOf } from './facts.ts';
import { attemptText, framesOf, placeOf } from './failureSection.ts';
import { outcomeText } from './outcome.ts';
import { resultsOf } from './results.ts';
import { STATE_ICONS, skipText } from './stateWords.ts';
import type { Summary } from './summary.ts';
import type { TaskSummary } from './taskSummary.ts';

/** The whole report as a Markdown document (GitHub's flavour), with every task in it. */
export function reportMarkdown(summary: Summary): string {
  const { tasks, stages } = summary;
  const failed = tasks.filter(({ state }) => state === 'failed');
  const skipped = tasks.filter((task) => task.skipped !== undefined);
  const results = resultsOf(summary);
  const blocks: readonly (string | undefined)[] = [
    `# ${escaped(oneLine(summary.workflow))}`,
    summary.description === undefined ? undefined : escaped(oneLine(summary.description)),
    `**${STATE_ICONS[stateOfRun(summary.state)]} ${escaped(outcomeText(summary))}**`,
    table(
      ['Measured', ''],
      factsOf(summary).map(({ label, text }) => [label, escaped(text)]),
    ),
    section('Failed', failed.length > 0 && failed.map((task) => failure(summary, task)).join('\n\n')),
    section(
      'Skipped',
      skipped.length > 0 &&
        table(
          ['Task', 'Why'],
          skipped.map((task) => [code(task.id), skipWords(task)]),
        ),
    ),
    section('Stages', stages.length > 0 && stageTable(summary)),
    section('Tasks', tasks.length > 0 && taskTable(tasks)),
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
      String(stage + 1),
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
      code(task.id),
      `${STATE_ICONS[task.state]} ${task.state}`,
      String(task.stage + 1),
      String(task.attempts.length),
      time(task.queued),
      time(task.from),
      time(task.duration),
    ]),
  );
}

function failure(summary: Summary, task: TaskSummary): string {
  const when = `Failed ${attemptText(task)} (${code(placeOf(summary, task))})`;
  const why = task.failure === undefined ? [] : [escaped(oneLine(failureText(task.failure)))];
  const lines = [...framesOf(task.failure), ...task.tail.map(plainLine)];
  const output = lines.length === 0 ? [] : [fenced(lines)];
  return [`### ${escaped(task.id)}`, [when, ...why].join(': '), ...output].join('\n\n');
}

function skipWords({ skipped }: TaskSummary): string {
  return skipped === undefined ? '' : escaped(skipText(skipped));
}

function time(ms: number | undefined): string {
  return ms === undefined ? '' : formatDuration(ms);
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Text that means itself: whatever Markdown or HTML would read something into is escaped. */
function escaped(text: string): string {
  return text.replace(/[\\`*{}[\]<>#|~]|(?<!\w)_|_(?!\w)/g, '\\$&');
}

/** A code span inside a table: the fence is longer than any in the text, and `|` can't end the cell. */
function code(text: string): string {
  if (text === '') return '';
  const fence = '`'.repeat(longestTicks(text) + 1);
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${space}${text.replaceAll('|', '\\|')}${space}${fence}`;
}

function fenced(lines: readonly string[]): string {
  const text = lines.join('\n');
  const fence = '`'.repeat(Math.max(longestTicks(text) + 1, 3));
  return `${fence}text\n${text}\n${fence}`;
}

function longestTicks(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
}
