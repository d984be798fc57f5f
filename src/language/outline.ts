import type { Range } from '../model/text.ts';
import type { Analysis } from './analyze.ts';
import type { OwnEntry } from './parts/ownEntry.ts';
import { poolWords } from './poolMarkdown.ts';
import type { Pair, Value } from './source/value.ts';

/** An entry of a file's outline. `selectionRange` is inside `range`, and both inside those of the parent. */
export interface OutlineItem {
  readonly name: string;
  readonly detail?: string;
  /** What the name is given to; `key` is one of the language's own. */
  readonly kind: 'workflow' | 'task' | 'input' | 'pool' | 'output' | 'variable' | 'key';
  readonly range: Range;
  readonly selectionRange: Range;
  readonly children: readonly OutlineItem[];
}

/** The workflow, in it its keys, below some of them the author's names. Empty where the file holds no map. */
export function outline({ root, workflow, kept }: Analysis): readonly OutlineItem[] {
  if (root?.type !== 'map' || root.pairs.length === 0) return [];
  const owns = new Map(kept.entries.map(({ own }) => [own.id, own]));
  const children = root.pairs
    .filter(({ key, merged }) => key.value !== 'name' && key.value !== 'description' && !merged)
    .map((pair) => {
      const names = NAMES.get(pair.key.value);
      if (names === undefined) return item(pair, 'key', textOf(pair.value), []);
      return item(pair, 'key', '', namesIn(pair, names, details(pair.key.value)));
    });
  const title = workflow.name?.range ?? root.pairs[0]?.key.range ?? root.range;
  const whole = {
    key: { value: workflow.name?.value ?? '', range: inside(title, root.range) },
    range: root.range,
  };
  const top = item(whole, 'workflow', workflow.description?.value ?? '', children);
  return [top.name === NAMELESS ? { ...top, name: 'workflow' } : top];

  function details(key: string): (pair: Pair) => string {
    switch (key) {
      case 'inputs': {
        const types = new Map(workflow.inputs.map(({ name, definition }) => [name.value, definition.type]));
        return (pair) => types.get(pair.key.value) ?? '';
      }
      case 'pools': {
        const limits = new Map(
          workflow.pools.map(({ name, definition }) => [name.value, poolWords(definition)]),
        );
        return (pair) => limits.get(pair.key.value) ?? '';
      }
      case 'outputs':
      case 'env':
        return (pair) => textOf(pair.value);
      default:
        return (pair) => taskDetail(owns.get(pair.key.value));
    }
  }
}

/** The keys below which the author's names stand, and what they name. */
const NAMES: ReadonlyMap<string, OutlineItem['kind']> = new Map([
  ['tasks', 'task'],
  ['finally', 'task'],
  ['inputs', 'input'],
  ['pools', 'pool'],
  ['outputs', 'output'],
  ['env', 'variable'],
]);

const NAMELESS = '""';

function namesIn(
  { value, range }: Pair,
  kind: OutlineItem['kind'],
  detail: (pair: Pair) => string,
): readonly OutlineItem[] {
  if (value.type !== 'map') return [];
  // What an alias stands for is somewhere else, and no part of this key.
  return value.pairs
    .filter((pair) => !pair.merged && inside(pair.range, range) === pair.range)
    .map((pair) => item(pair, kind, detail(pair), []));
}

function item(
  { key, range }: Pick<Pair, 'key' | 'range'>,
  kind: OutlineItem['kind'],
  detail: string,
  children: readonly OutlineItem[],
): OutlineItem {
  const line = oneLine(detail);
  return {
    // VS Code refuses an entry without a name.
    name: oneLine(key.value) || NAMELESS,
    ...(line === '' ? {} : { detail: line }),
    kind,
    range,
    selectionRange: key.range,
    children,
  };
}

function taskDetail(own: OwnEntry | undefined): string {
  if (own === undefined) return '';
  const { kind, needs, task } = own;
  const matrix = task.matrix === undefined ? [] : ['matrix'];
  const words = [...(kind === undefined ? [] : [kind]), ...matrix];
  return [...words, ...(needs.length > 0 ? [`needs ${needs.join(', ')}`] : [])].join(', ');
}

function textOf(value: Value): string {
  if (value.type === 'list') return value.items.map(textOf).join(', ');
  return value.type === 'scalar' ? value.text.value : '';
}

function oneLine(text: string): string {
  const [line = ''] = text.trim().split('\n', 1);
  return line.length > 100 ? `${line.slice(0, 100)}…` : line;
}

function inside(range: Range, outer: Range): Range {
  return outer.start <= range.start && range.end <= outer.end ? range : outer;
}
