import type { Leaf } from './leaf.ts';

/** What stands between two leaves of one line, `written` until now. */
export function spacing(text: string, before: Leaf, leaf: Leaf, written: string): string {
  // Authors align these.
  if (leaf.kind === 'comment') return written.replaceAll('\t', ' ') || ' ';
  if (before.kind === 'mark' && written === '') return '';
  if (leaf.kind === 'close') return beforeClose(text, before, leaf);
  if (before.kind === 'open') return text[before.start] === '{' ? ' ' : '';
  if (leaf.kind === 'comma') return before.kind === 'colon' ? ' ' : '';
  // `*a:` and `&a:` are names with a colon in them.
  if (leaf.kind === 'colon') return before.kind === 'scalar' || before.kind === 'close' ? '' : ' ';
  return ' ';
}

function beforeClose(text: string, before: Leaf, leaf: Leaf): string {
  if (before.kind === 'open') return '';
  return text[leaf.start] === '}' || before.kind === 'colon' ? ' ' : '';
}
