import { holds } from '../../model/text.ts';
import type { Analysis } from '../analyze.ts';
import { durationWords } from '../durationWords.ts';
import { keyMarkdown } from '../keyMarkdown.ts';
import { type Hover, nestedHover } from '../nestedHover.ts';
import type { PastRuns } from '../pastRuns.ts';
import { asDuration } from '../read/scalars.ts';
import { type KeySchema, keyOf } from '../schema.ts';
import { schemaAt } from '../schemaAt.ts';
import type { Value } from '../source/value.ts';
import { taskOfPath } from '../taskOfPath.ts';
import { valueAt } from '../valueAt.ts';
import { instanceLines } from './instanceLines.ts';
import { retryLine } from './retryLine.ts';

/** What a key of the language means, or what is chosen behind it. */
export function keyHover(analysis: Analysis, offset: number, runs: PastRuns): Hover | undefined {
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
    const facts = factsOf(analysis, key, path, runs);
    const title = [`**${key.name}**`, ...(facts === undefined ? [] : [facts])].join('\n\n');
    return { contents: `${title}\n\n${keyMarkdown(key)}`, range: pair.key.range };
  }
  const contents = found.value === undefined ? undefined : valueMarkdown(key, found.value);
  return contents === undefined || found.value === undefined
    ? undefined
    : { contents, range: found.value.range };
}

/** What a key comes to where it stands. */
function factsOf(
  analysis: Analysis,
  { name }: KeySchema,
  path: readonly string[],
  runs: PastRuns,
): string | undefined {
  const task = taskOfPath(analysis, path);
  if (name === 'matrix' && task !== undefined) return instanceLines(task, runs);
  return name === 'retry_policy' ? retryLine(analysis.workflow, task) : undefined;
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
