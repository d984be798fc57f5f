import { holds } from '../../model/text.ts';
import type { NameKind } from '../schema.ts';
import type { SchemaPlace } from '../schemaAt.ts';
import { sectionOf } from '../taskOfPath.ts';
import { type Completion, inOrder } from './completion.ts';
import { hasRoom, isBeforeColon, type Place } from './place.ts';
import { ENTRIES, INPUTS, POOLS, type SnippetText, TASKS, WORKFLOWS } from './snippetTexts.ts';

/** What can be written as a whole where a name of the author's is to stand; in an empty file, a workflow. */
export function snippetCompletions(place: Place, at: SchemaPlace): readonly Completion[] {
  if (!hasRoom(place) || isBeforeColon(place)) return [];
  const needed = neededNames(place);
  return textsFor(place, at).flatMap((text, i) => {
    const written = place.cursor.flow ? text.flow : text.block;
    if (written === undefined) return [];
    const insertText = withNeeds(written, needed);
    return insertText === undefined ? [] : [completionOf(place, text, { insertText, index: i })];
  });
}

const BY_NAME: Readonly<Record<NameKind, readonly SnippetText[]>> = {
  task: TASKS,
  input: INPUTS,
  pool: POOLS,
};

function textsFor({ analysis, cursor }: Place, at: SchemaPlace): readonly SnippetText[] {
  if (at.type === 'names') return BY_NAME[at.of];
  if (at.type === 'map') {
    const isEmpty = analysis.root === undefined || analysis.root.type === 'scalar';
    return cursor.path.length === 0 && !cursor.flow && isEmpty ? WORKFLOWS : [];
  }
  if (at.key.type.type === 'matrix') return [ENTRIES.matrix];
  if (at.key.type.type !== 'texts-by-name') return [];
  return [at.key.name === 'outputs' ? ENTRIES.outputs : ENTRIES.env];
}

function completionOf(
  { cursor }: Place,
  { label, description }: SnippetText,
  { insertText, index }: { readonly insertText: string; readonly index: number },
): Completion {
  // A whole workflow comes before the keys of one.
  const isWhole = label === 'workflow';
  return {
    label,
    kind: 'snippet',
    detail: description,
    insertText,
    isSnippet: true,
    range: cursor.word,
    sortText: `${isWhole ? '-' : '9'}${inOrder(index)}`,
  };
}

/** So many can be chosen from in a snippet. */
const MOST_CHOICES = 50;

/** The tasks that a new one of the same section could need. */
function neededNames({ analysis, cursor, offset }: Place): readonly string[] {
  const [section] = cursor.path;
  return analysis.workflow.tasks
    .filter((task) => sectionOf(task) === section && !holds(task.id.range, offset))
    .filter((task) => /^[\w-]+$/.test(task.id.value))
    .slice(-MOST_CHOICES)
    .map((task) => task.id.value)
    .reverse();
}

/** The tasks that there are in the place of `first`, the latest before the others; nothing where there are none. */
function withNeeds(text: string, names: readonly string[]): string | undefined {
  if (!text.includes('${2:first}')) return text;
  return names.length === 0 ? undefined : text.replace('${2:first}', `\${2|${names.join(',')}|}`);
}
