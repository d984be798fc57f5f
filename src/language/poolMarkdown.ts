import type { Pool } from '../model/workflow.ts';
import type { Analysis } from './analyze.ts';
import { code, escaped } from './markdown.ts';

/** A pool in a few lines: its limits, and the tasks that run within them. */
export function poolMarkdown({ workflow }: Pick<Analysis, 'workflow'>, { name, definition }: Pool): string {
  const tasks = workflow.tasks
    .filter(({ pool }) => pool?.value === name.value)
    .map(({ id }) => code(id.value));
  const users = tasks.length === 0 ? '_Used by_ no task' : `_Used by:_ ${tasks.slice(0, 20).join(', ')}`;
  return `**${escaped(name.value)}**: ${poolWords(definition) || 'no limit yet'}\n\n${users}`;
}

const UNITS: ReadonlyMap<number, string> = new Map([
  [1000, 'second'],
  [60_000, 'minute'],
  [3_600_000, 'hour'],
]);

/** `at most 4 at one time, 10 starts a second`. Empty where there is no limit. */
export function poolWords({ limit, rate }: Pool['definition']): string {
  const words = [
    ...(limit === undefined ? [] : [`${limit} at one time`]),
    ...(rate === undefined
      ? []
      : [
          `${rate.starts} ${rate.starts === 1 ? 'start' : 'starts'} ${rate.per === 3_600_000 ? 'an' : 'a'} ${UNITS.get(rate.per)}`,
        ]),
  ];
  return words.length === 0 ? '' : `at most ${words.join(', ')}`;
}
