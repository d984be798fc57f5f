import type { Range } from '../model/text.ts';
import type { Analysis } from './analyze.ts';
import { applyEdits, type Edit } from './edit.ts';
import { arrange } from './format/arrange.ts';
import { leavesOf } from './format/leaves.ts';
import { saysTheSame } from './format/saysTheSame.ts';
import { parseYaml } from './source/parseYaml.ts';

/**
 * Lays a file out: two blanks a level, one blank where blanks part, one empty line at most, no blanks at the ends of
 * lines, one line break at the end. Line breaks, comments, quotes and texts stay as they are. Of a `range`, its lines;
 * what isn't all inside of them stays where it is, and what is inside is laid out from there.
 *
 * `undefined` where the file can't be read as YAML, for then nobody knows what its blanks mean; and where it would say
 * something else afterwards, which is never risked.
 */
export function format(analysis: Analysis, range?: Range): readonly Edit[] | undefined {
  const { text, root, diagnostics } = analysis;
  if (diagnostics.some(({ code, severity }) => code === 'syntax' && severity === 'error')) return undefined;
  if (root !== undefined && root.type !== 'map') return undefined;
  // VS Code ends a line at a lone carriage return, and YAML doesn't.
  if (/\r(?!\n)/.test(text)) return undefined;
  const leaves = leavesOf(text);
  if (leaves === undefined) return undefined;
  const edits = arrange(text, leaves, range === undefined ? undefined : wholeLines(text, range));
  if (edits.length === 0) return edits;
  const after = parseYaml(applyEdits(text, edits));
  return saysTheSame(root, after.root) ? edits : undefined;
}

function wholeLines(text: string, { start, end }: Range): Range {
  const next = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: next < 0 ? text.length : next };
}
