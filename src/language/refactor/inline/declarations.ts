import type { Analysis } from '../../analyze.ts';
import { addItem } from '../../edit/addItem.ts';
import { insertInSection, insertTopKey } from '../../edit/insertTopKey.ts';
import type { Edit } from '../../edit.ts';
import { pairOf } from '../../source/value.ts';

/** The secrets and pools of a file that the other one doesn't have. */
export function declarations(outer: Analysis, inner: Analysis): readonly (Edit | undefined)[] {
  const { text, root, workflow } = outer;
  const edits: (Edit | undefined)[] = [];
  const known = new Set(workflow.secrets.map(({ value }) => value));
  const secrets = inner.workflow.secrets.map(({ value }) => value).filter((name) => !known.has(name));
  const list = root?.type === 'map' ? pairOf(root, 'secrets') : undefined;
  const written = `secrets: [${secrets.join(', ')}]`;
  if (secrets.length > 0 && list === undefined)
    edits.push(insertTopKey(outer, 'secrets', { block: [written], flow: written }));
  else if (secrets.length > 0 && list !== undefined) {
    const isOneLine = list.value.type === 'list' && list.value.flow;
    edits.push(isOneLine || secrets.length === 1 ? addItem(text, list, secrets.join(', ')) : undefined);
  }
  const pools = inner.root?.type === 'map' ? pairOf(inner.root, 'pools')?.value : undefined;
  const missing = (pools?.type === 'map' ? pools.pairs : []).filter(
    ({ key }) => !workflow.pools.some(({ name }) => name.value === key.value),
  );
  const entries = missing.map(({ range }) => inner.text.slice(range.start, range.end));
  if (entries.some((entry) => entry.includes('\n'))) edits.push(undefined);
  else if (entries.length > 0)
    edits.push(insertInSection(outer, 'pools', { block: entries, flow: entries.join(', ') }));
  return edits;
}
