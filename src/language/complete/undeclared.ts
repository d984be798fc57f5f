import type { Workflow } from '../../model/workflow.ts';
import type { Analysis } from '../analyze.ts';
import type { NameKind } from '../schema.ts';
import { type Completion, inOrder } from './completion.ts';
import { isBeforeColon, type Place } from './place.ts';
import { valueWriting } from './writtenValue.ts';

/** What the names stand for that a file declares in a place of its own. */
type Declared = 'secrets' | 'inputs' | 'pools';

/** Names that tasks use and nobody has declared yet, as entries of `inputs` and `pools`. */
export function undeclaredEntries(place: Place, of: NameKind): readonly Completion[] {
  if (of === 'task') return [];
  const { analysis, cursor } = place;
  const isThere = isBeforeColon(place);
  const body = of === 'input' ? '{ type: ${1|string,number,boolean,choice,file|}$0 }' : '${0:1}';
  return undeclared(analysis, of === 'input' ? 'inputs' : 'pools').map((name, i) => ({
    label: name,
    kind: 'key',
    detail: 'used, and not declared yet',
    insertText: isThere ? name : `${name}: ${body}`,
    ...(isThere ? {} : { isSnippet: true }),
    range: cursor.word,
    sortText: inOrder(i),
  }));
}

/** Secrets that expressions read and the list doesn't name yet. */
export function undeclaredSecrets(place: Place): readonly Completion[] {
  const { range, text } = valueWriting(place);
  return undeclared(place.analysis, 'secrets').map((name, i) => ({
    label: name,
    kind: 'value',
    detail: 'used, and not declared yet',
    insertText: text(name),
    range,
    sortText: inOrder(i),
  }));
}

function undeclared({ workflow, expressions }: Analysis, of: Declared): readonly string[] {
  const known = new Set(declaredNames(workflow, of).map((name) => name.toLowerCase()));
  const found = new Set<string>();
  const add = (name: string): void => {
    if (/^[A-Za-z_][\w-]*$/.test(name) && !known.has(name.toLowerCase())) found.add(name);
  };
  if (of === 'pools') {
    for (const { pool } of workflow.tasks) if (pool !== undefined) add(pool.value);
  } else {
    for (const { references } of expressions) {
      for (const { context, path } of references)
        if (context === of && path[0] !== undefined) add(path[0].name);
    }
  }
  return [...found].sort();
}

function declaredNames(workflow: Workflow, of: Declared): readonly string[] {
  if (of === 'secrets') return workflow.secrets.map(({ value }) => value);
  return (of === 'inputs' ? workflow.inputs : workflow.pools).map(({ name }) => name.value);
}
