import type { Analysis } from '../analyze.ts';
import { quoted } from '../blame.ts';
import { addItem } from '../edit/addItem.ts';
import { insertInSection, insertTopKey } from '../edit/insertTopKey.ts';
import type { Edit } from '../edit.ts';
import { pairOf } from '../source/value.ts';
import { referenceAt } from './referenceAt.ts';
import type { WayOut } from './wayOut.ts';

const NAME = /^[A-Za-z_][A-Za-z0-9_-]{0,99}$/;

/** Writes the declaration of what is read or named and isn't there: an input, a secret, a variable, a pool. */
export const declare: WayOut = function* ({ analysis, diagnostic: { code, range, replacement } }) {
  // Where something near is there, that was most likely meant.
  const preferred = replacement === undefined;
  if (code === 'unknown-pool') {
    const pool = analysis.workflow.tasks.find((task) => task.pool?.range.start === range.start)?.pool?.value;
    if (pool === undefined || !NAME.test(pool)) return;
    const pair = { block: [`${pool}: 1`], flow: `${pool}: 1` };
    yield {
      title: `Add the pool ${quoted(pool)}`,
      edits: [insertInSection(analysis, 'pools', pair)],
      preferred,
    };
    return;
  }
  const found = referenceAt(analysis, range);
  if (found?.index !== 0 || !NAME.test(found.name)) return;
  const { name, written } = found;
  switch (found.reference.context) {
    case 'inputs': {
      const pair = { block: [`${name}: { type: string }`], flow: `${name}: { type: string }` };
      yield {
        title: `Add the input ${quoted(name)}`,
        edits: [insertInSection(analysis, 'inputs', pair)],
        preferred,
      };
      return;
    }
    case 'secrets':
      yield { title: `Add the secret ${quoted(name)}`, edits: [addSecret(analysis, name)], preferred };
      return;
    case 'env': {
      if (written.key === 'outputs' || (written.key === 'env' && written.task === undefined)) return;
      const pair = { block: [`${name}: ''`], flow: `${name}: ''` };
      yield {
        title: `Add the variable ${quoted(name)} to the workflow`,
        edits: [insertInSection(analysis, 'env', pair)],
      };
      return;
    }
  }
};

function addSecret(analysis: Analysis, name: string): Edit | undefined {
  const { root, text } = analysis;
  const pair = root?.type === 'map' ? pairOf(root, 'secrets') : undefined;
  if (pair !== undefined) return addItem(text, pair, name);
  const written = `secrets: [${name}]`;
  return insertTopKey(analysis, 'secrets', { block: [written], flow: written });
}
