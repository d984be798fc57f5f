import type { JsonObject, JsonValue } from '../model/json.ts';
import { oneLine } from './cleanLine.ts';
import type { Summary } from './summary.ts';

/** One output of one task. */
export interface Result {
  readonly task: string;
  readonly key: string;
  /** One plain line: a string as it is, all else as JSON; at most 200 characters. */
  readonly text: string;
}

/**
 * Every output of the run's tasks, in the order of the file. Those of a matrix are its instances', and what a person
 * answered is told elsewhere.
 */
export function resultsOf(summary: Summary): readonly Result[] {
  return summary.tasks
    .filter(({ parts, question }) => parts?.of !== 'matrix' && question === undefined)
    .flatMap((task) => entriesOf(task.outputs).map((entry) => ({ task: oneLine(task.id), ...entry })));
}

/** What the workflow itself left. */
export function outputsOf({ outputs }: Summary): readonly Omit<Result, 'task'>[] {
  return entriesOf(outputs);
}

function entriesOf(outputs: JsonObject): readonly Omit<Result, 'task'>[] {
  return Object.entries(outputs).map(([key, value]) => ({ key: oneLine(key), text: shortened(value) }));
}

/**
 * At most so many results, the first ones of each task, so that a talkative task doesn't hide the others.
 */
export function fairShare(results: readonly Result[], most: number): readonly Result[] {
  const place = new Map<string, number>();
  const places = results.map(({ task }) => {
    const next = (place.get(task) ?? 0) + 1;
    place.set(task, next);
    return next;
  });
  const within = (share: number): readonly Result[] => results.filter((_, i) => (places[i] ?? 0) <= share);
  let share = most;
  while (share > 1 && within(share).length > most) share--;
  return within(share).slice(0, most);
}

const LONGEST = 200;

function shortened(value: JsonValue): string {
  const full = typeof value === 'string' ? value : JSON.stringify(value);
  // A megabyte needn't be cleaned to be cut.
  const text = oneLine(full.slice(0, LONGEST * 2));
  return text.length <= LONGEST && full.length <= LONGEST * 2 ? text : `${text.slice(0, LONGEST - 1)}…`;
}
