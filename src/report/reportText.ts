import { stateOfRun } from '../model/runState.ts';
import { againSection } from './againSection.ts';
import { counted } from './amounts.ts';
import { approvalSection } from './approvalSection.ts';
import { cut, displayWidth, left, wrap } from './columns.ts';
import { factsOf } from './facts.ts';
import { failureSection, skippedSection } from './failureSection.ts';
import { outcomeText } from './outcome.ts';
import type { Paint } from './paint.ts';
import { fairShare, outputsOf, type Result, resultsOf } from './results.ts';
import { stageSection } from './stageSection.ts';
import { STATE_ICONS } from './stateWords.ts';
import type { Summary } from './summary.ts';
import { taskSection } from './taskSection.ts';

const INDENT = '  ';
const MOST_RESULTS = 60;

/** So much of a task's name has to be left for anyone to know which it is, in cells. */
const LEAST_NAME = 8;

/** The whole report as lines of at most `width` cells (places, failures' words and task output aside), without a line break at the end. */
export function reportText(summary: Summary, paint: Paint, width = 100): string {
  const room = Math.max(width, 40) - INDENT.length;
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['Failed', failureSection(summary, paint)],
    ['Skipped', skippedSection(summary, paint)],
    ['Approvals', approvalSection(summary, paint)],
    ['Ran again', againSection(summary, paint)],
    ['Stages', summary.stages.length === 0 ? [] : stageSection(summary, paint, room)],
    ['Tasks', summary.tasks.length === 0 ? [] : taskSection(summary, paint, room)],
    ['Outputs', outputSection(summary, paint, room)],
    ['Results', resultSection(summary, paint, room)],
  ];
  return [
    outcomeLine(summary, paint),
    '',
    ...factSection(summary, paint, room).map((line) => INDENT + line),
    ...sections.flatMap(([title, lines]) =>
      lines.length === 0 ? [] : ['', paint.bold(title), ...lines.map((line) => INDENT + line)],
    ),
  ].join('\n');
}

/** How the run went, in one line. */
export function outcomeLine(summary: Summary, paint: Paint): string {
  const state = stateOfRun(summary.state);
  return paint.state(state, paint.bold(`${STATE_ICONS[state]} ${outcomeText(summary)}`));
}

function factSection(summary: Summary, paint: Paint, width: number): readonly string[] {
  const facts = factsOf(summary);
  const widest = Math.max(...facts.map(({ label }) => label.length)) + 2;
  return facts.flatMap(({ label, text }) =>
    wrap(text, width - widest).map(
      (line, i) => (i === 0 ? paint.dim(left(label, widest)) : ' '.repeat(widest)) + line,
    ),
  );
}

function outputSection(summary: Summary, paint: Paint, width: number): readonly string[] {
  return valueLines(outputsOf(summary), paint, width);
}

function resultSection(summary: Summary, paint: Paint, width: number): readonly string[] {
  const results = resultsOf(summary);
  const shown = fairShare(results, MOST_RESULTS);
  const more = results.length - shown.length;
  return [
    ...valueLines(shown, paint, width),
    ...(more > 0 ? [paint.dim(`… and ${counted(more, 'more result')}`)] : []),
  ];
}

function valueLines(
  values: readonly (Pick<Result, 'key' | 'text'> & { readonly task?: string })[],
  paint: Paint,
  width: number,
): readonly string[] {
  const most = Math.floor(width / 2);
  const names = values.map(({ task, key }) => outputName(task, key, most));
  const room = Math.max(0, ...names.map(displayWidth)) + 2;
  return values.map(({ text }, i) => paint.dim(left(names[i] ?? '', room)) + cut(text, width - room));
}

/** Of a name that is too long the task's is cut first, because the outputs of one task differ in their keys. */
function outputName(task: string | undefined, key: string, most: number): string {
  if (task === undefined) return cut(key, most);
  const room = most - displayWidth(key) - 1;
  return room < LEAST_NAME ? cut(`${task}.${key}`, most) : `${cut(task, room)}.${key}`;
}
