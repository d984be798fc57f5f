import type { Range } from '../model/text.ts';
import type { Analysis } from './analyze.ts';
import { inputMarkdown } from './inputMarkdown.ts';
import { nestedOf } from './nested/nestedOf.ts';
import { taskOfPath } from './taskOfPath.ts';
import type { ValueAt } from './valueAt.ts';
import { workflowMarkdown } from './workflowMarkdown.ts';

export interface Hover {
  /** Markdown */
  readonly contents: string;
  readonly range: Range;
}

/** What stands in the task of another workflow: its path, or one of its inputs below `with`. */
export function nestedHover(
  analysis: Analysis,
  path: readonly string[],
  { pairs, value }: ValueAt,
): Hover | undefined {
  const file = nestedOf(analysis, taskOfPath(analysis, path));
  const pair = pairs.at(-1);
  if (file === undefined || pair === undefined) return undefined;
  const [, , key, name] = path;
  if (key === 'workflow' && value !== undefined) {
    return { contents: workflowMarkdown(file), range: value.range };
  }
  if (key !== 'with' || path.length !== 4 || value !== undefined) return undefined;
  const input = file.analysis.workflow.inputs.find((each) => each.name.value === name);
  return input === undefined ? undefined : { contents: inputMarkdown(input), range: pair.key.range };
}
