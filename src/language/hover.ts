import { holds } from '../model/text.ts';
import type { Analysis } from './analyze.ts';
import { durationWords } from './durationWords.ts';
import { expressionAt } from './expressionAt.ts';
import { inputMarkdown } from './inputMarkdown.ts';
import { keyMarkdown } from './keyMarkdown.ts';
import { code, escaped } from './markdown.ts';
import { matrixMarkdown } from './matrixMarkdown.ts';
import { type Hover, nestedHover } from './nestedHover.ts';
import { type Occurrence, occurrenceAt } from './occurrences.ts';
import { poolMarkdown } from './poolMarkdown.ts';
import { asDuration } from './read/scalars.ts';
import { type KeySchema, keyOf } from './schema.ts';
import { schemaAt } from './schemaAt.ts';
import type { Value } from './source/value.ts';
import { taskMarkdown } from './taskMarkdown.ts';
import { valueAt } from './valueAt.ts';

/** What stands at an offset: a task, an input, a variable, a pool, a secret, a key, a value, or a word of an expression. */
export function hover(analysis: Analysis, offset: number): Hover | undefined {
  const use = occurrenceAt(analysis, offset);
  const contents = use === undefined ? undefined : symbolMarkdown(analysis, use);
  if (use !== undefined && contents !== undefined) return { contents, range: use.range };
  const word = expressionAt(analysis, offset);
  if (word !== undefined) return { contents: word.documentation, range: word.range };
  return keyHover(analysis, offset);
}

function symbolMarkdown(analysis: Analysis, { kind, name, task, of }: Occurrence): string | undefined {
  const { workflow, tasksById } = analysis;
  // A name of another file, or one that nothing is known of but its places.
  if (of !== undefined || kind === 'workflow-output') return undefined;
  if (kind === 'task') {
    const named = tasksById.get(name);
    return named === undefined ? undefined : taskMarkdown(analysis)(named);
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

function keyHover(analysis: Analysis, offset: number): Hover | undefined {
  const found = valueAt(analysis.root, offset);
  const pair = found?.pairs.at(-1);
  if (found === undefined || pair === undefined) return undefined;
  const path = found.pairs.map(({ key }) => key.value);
  const nested = nestedHover(analysis, path, found);
  if (nested !== undefined) return nested;
  const within = schemaAt(path.slice(0, -1));
  const key = within?.type === 'map' ? keyOf(within.schema, pair.key.value) : undefined;
  if (key === undefined) return undefined;
  if (holds(pair.key.range, offset)) {
    return { contents: `**${key.name}**\n\n${keyMarkdown(key)}`, range: pair.key.range };
  }
  const contents = found.value === undefined ? undefined : valueMarkdown(key, found.value);
  return contents === undefined || found.value === undefined
    ? undefined
    : { contents, range: found.value.range };
}

function valueMarkdown({ type }: KeySchema, value: Value): string | undefined {
  if (value.type !== 'scalar') return undefined;
  if (type.type === 'duration') {
    const ms = asDuration(value);
    return ms === undefined ? undefined : durationWords(ms);
  }
  const values =
    type.type === 'choice' || type.type === 'reasons' || type.type === 'text' ? type.values : undefined;
  const known = values?.find((each) => each.name === value.text.value);
  return known === undefined ? undefined : `**${known.name}**: ${known.documentation}`;
}
