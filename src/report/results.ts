import type { JsonValue } from '../model/json.ts';
import { oneLine } from './cleanLine.ts';
import type { Summary } from './summary.ts';

/** One output of one task. */
export interface Result {
  readonly task: string;
  readonly key: string;
  /** One plain line: a string as it is, all else as JSON; at most 200 characters. */
  readonly text: string;
}

/** Every output of the run, in the order of the file. */
export function resultsOf(summary: Summary): readonly Result[] {
  return summary.tasks.flatMap((task) =>
    Object.entries(task.outputs).map(([key, value]) => ({
      task: task.id,
      key: oneLine(key),
      text: shortened(value),
    })),
  );
}

const LONGEST = 200;

function shortened(value: JsonValue): string {
  const full = typeof value === 'string' ? value : JSON.stringify(value);
  // A megabyte needn't be cleaned to be cut.
  const text = oneLine(full.slice(0, LONGEST * 2));
  return text.length <= LONGEST && full.length <= LONGEST * 2 ? text : `${text.slice(0, LONGEST - 1)}…`;
}
