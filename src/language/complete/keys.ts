import { keyMarkdown } from '../keyMarkdown.ts';
import { KINDS, kindsFor } from '../schema/taskKinds.ts';
import { type KeySchema, type MapSchema, typeWords } from '../schema.ts';
import type { Value } from '../source/value.ts';
import { mergeKey } from './anchors.ts';
import { type Completion, inOrder } from './completion.ts';
import { hasRoom, isBeforeColon, namesBeside, type Place, valueAlong } from './place.ts';

/** The keys that a map doesn't have yet; of a task, those that go with its kind. */
export function keyCompletions(place: Place, schema: MapSchema): readonly Completion[] {
  const { analysis, offset, cursor } = place;
  const map = valueAlong(analysis.root, cursor.path);
  if (!hasRoom(place)) return [];
  const written = namesBeside(map?.type === 'map' ? map : undefined, offset);
  // What is merged in says what kind it is, too, and may be written anew.
  const all = new Set([...written, ...mergedNames(map)]);
  const quote = openQuote(place);
  const isSnippet = quote === undefined && !isBeforeColon(place);
  const keys = schema.keys.filter((key) => !written.has(key.name) && goesWith(key.name, all));
  const required = keys.filter((key) => key.isRequired === true);
  const offered = [...required, ...keys.filter((key) => !required.includes(key))].map((key, i) => ({
    label: key.name,
    kind: 'key' as const,
    detail: typeWords(key.type).replaceAll('`', ''),
    documentation: keyMarkdown(key),
    insertText: isSnippet ? `${key.name}:${valueSnippet(key, cursor.flow)}` : `${key.name}${quote ?? ''}`,
    ...(isSnippet ? { isSnippet, opens: hasKnownValues(key) || isPath(key, place) } : {}),
    range: cursor.word,
    sortText: inOrder(i),
  }));
  return isSnippet && cursor.path.length > 0 ? [...offered, ...mergeKey(place, written)] : offered;
}

function mergedNames(map: Value | undefined): readonly string[] {
  if (map?.type !== 'map') return [];
  return map.pairs.filter(({ merged }) => merged).map(({ key }) => key.value);
}

/** The quote that the word begins with, if it isn't closed yet: what is left to be written of it. */
function openQuote({ analysis: { text }, cursor: { word } }: Place): string | undefined {
  const quote = text[word.start - 1] ?? '';
  if (quote !== '"' && quote !== "'") return undefined;
  return text[word.end] === quote ? '' : quote;
}

/** A task has one kind, and the keys of another mean nothing in it. */
function goesWith(name: string, written: ReadonlySet<string>): boolean {
  const kind = KINDS.find((each) => written.has(each.kind))?.kind;
  return kind === undefined || (kindsFor(name)?.includes(kind) ?? true);
}

/** Whether there is something to offer for the value; choices and numbers stand in the snippet already. */
function hasKnownValues({ type }: KeySchema): boolean {
  switch (type.type) {
    case 'choice':
    case 'boolean':
    case 'number':
    case 'texts':
    case 'json':
    case 'input-value':
      return false;
    case 'text':
      return (type.values?.length ?? 0) > 0;
    default:
      return true;
  }
}

/** Whether files can be offered for the value. */
function isPath({ name }: KeySchema, { analysis }: Place): boolean {
  return /^(module|workflow|cwd)$/.test(name) && analysis.place?.disk !== undefined;
}

/** What follows a key: its choices, brackets, or a line of its own for a map. */
function valueSnippet({ type, name, examples }: KeySchema, flow: boolean): string {
  switch (type.type) {
    case 'choice':
      return ` \${1|${type.values.map((value) => value.name).join(',')}|}`;
    case 'boolean':
      return ' ${1|true,false|}';
    case 'tasks':
    case 'texts':
    case 'reasons':
      return ' [$1]';
    case 'map':
    case 'texts-by-name':
    case 'named-maps':
    case 'matrix':
      return flow ? ' { $1 }' : '\n  $0';
    case 'json':
      return flow ? ' { $1 }' : '\n  $0';
    case 'condition':
      return ' \\${{ $1 }}';
    case 'number':
      return ` \${0:${numberIn(examples) ?? 1}}`;
    default:
      return name === 'run' && !flow ? ' ${0:command}' : ' $0';
  }
}

function numberIn(examples: readonly string[]): string | undefined {
  return /: (\d[\d.]*)$/.exec(examples[0] ?? '')?.[1];
}
