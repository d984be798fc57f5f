import type { Analysis } from '../analyze.ts';
import type { Edit } from '../edit.ts';
import { WORKFLOW_SCHEMA } from '../schema/workflowSchema.ts';
import { pairOf } from '../source/value.ts';
import { insertBelow, insertFirstPair, insertPair, type NewPair } from './insertPair.ts';
import { indentUnit } from './layout.ts';

/** The edit that writes a key of the workflow where the format's order has it, apart from others where they are. */
export function insertTopKey({ text, root }: Analysis, name: string, pair: NewPair): Edit | undefined {
  if (root?.type !== 'map') return undefined;
  const order = WORKFLOW_SCHEMA.keys.map((key) => key.name);
  const place = order.indexOf(name);
  const before = root.pairs.filter(({ key, merged }) => !merged && order.indexOf(key.value) < place);
  const behind = before.at(-1);
  const isSpaced = /\n[ \t]*\r?\n[a-z]/.test(text);
  if (behind === undefined) {
    return insertFirstPair(text, root, isSpaced ? { ...pair, block: [...pair.block, ''] } : pair);
  }
  return insertPair(text, root, isSpaced ? { ...pair, block: ['', ...pair.block] } : pair, behind);
}

/** The edit that writes a pair below a key of the workflow, with the key where that isn't there yet. */
export function insertInSection(analysis: Analysis, section: string, pair: NewPair): Edit | undefined {
  const { text, root } = analysis;
  if (root?.type !== 'map') return undefined;
  const unit = indentUnit(text, root);
  const owner = pairOf(root, section);
  if (owner !== undefined) return insertBelow(text, root, owner, pair, unit);
  return insertTopKey(analysis, section, {
    block: [`${section}:`, ...pair.block.map((line) => (line === '' ? '' : unit + line))],
    flow: `${section}: { ${pair.flow} }`,
  });
}
