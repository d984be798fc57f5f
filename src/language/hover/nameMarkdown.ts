import type { Analysis } from '../analyze.ts';
import { inputMarkdown } from '../inputMarkdown.ts';
import { code, escaped } from '../markdown.ts';
import { matrixMarkdown } from '../matrixMarkdown.ts';
import type { Occurrence } from '../occurrences.ts';
import type { PastRuns } from '../pastRuns.ts';
import { poolMarkdown } from '../poolMarkdown.ts';
import { taskMarkdown } from '../taskMarkdown.ts';
import { instanceLines } from './instanceLines.ts';
import { lastRunLines } from './lastRunLines.ts';

/** What a name of the author's stands for; nothing of one that isn't given anywhere. */
export function nameMarkdown(analysis: Analysis, occurrence: Occurrence, runs: PastRuns): string | undefined {
  const { kind, name, task, of } = occurrence;
  const { workflow, tasksById } = analysis;
  if (kind === 'output' && of !== undefined) return `An output of the task ${code(of)}.`;
  // A name of another file, or one that nothing is known of but its places.
  if (of !== undefined || kind === 'workflow-output') return undefined;
  if (kind === 'task') {
    const named = tasksById.get(name);
    if (named === undefined) return undefined;
    const facts = [...lastRunLines(name, runs), instanceLines(named, runs) ?? []].flat();
    return [taskMarkdown(analysis)(named), ...facts].join('  \n');
  }
  if (kind === 'input') {
    const input = workflow.inputs.find((each) => each.name.value.toLowerCase() === name.toLowerCase());
    return input === undefined ? undefined : inputMarkdown(input);
  }
  if (kind === 'pool') {
    const pool = workflow.pools.find((each) => each.name.value === name);
    return pool === undefined ? undefined : poolMarkdown(analysis, pool);
  }
  if (kind === 'secret') return `A secret. Wherever text is shown or kept, \`***\` stands in its place.`;
  if (kind === 'matrix') return task === undefined ? undefined : matrixMarkdown(task, name);
  const own = task?.env.find((entry) => entry.name.value === name);
  const entry = own ?? workflow.env.find((each) => each.name.value === name);
  if (entry === undefined) return undefined;
  const whose = own === undefined ? 'of every task' : `of the task ${escaped(task?.id.value ?? '')}`;
  return `A variable ${whose}: ${code(entry.value.value.slice(0, 200)) || 'empty'}`;
}
