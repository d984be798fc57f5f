import type { Range } from '../../../model/text.ts';
import type { Analysis } from '../../analyze.ts';
import { blockColumn, indentUnit, isWithin, lineBreak, lineEnd } from '../../edit/layout.ts';
import { asScalar } from '../../edit/scalar.ts';
import { applyEdits, type Edit } from '../../edit.ts';
import { type MapValue, pairOf } from '../../source/value.ts';
import type { TaskChunk } from '../taskChunks.ts';

export interface NewFile {
  readonly name: string;
  readonly chunks: readonly TaskChunk[];
  /** Of the file that the tasks come from. */
  readonly edits: readonly Edit[];
  /** Inputs that are no inputs of that file. */
  readonly added: readonly string[];
  readonly inputs: ReadonlySet<string>;
  readonly secrets: ReadonlySet<string>;
  readonly pools: ReadonlySet<string>;
  /** By name, the expression. */
  readonly outputs: ReadonlyMap<string, string>;
  readonly isSpaced: boolean;
}

/** The text of a workflow made of some tasks of another one, with all that they lived by there. */
export function newFileText({ text, root }: Analysis, file: NewFile): string | undefined {
  if (root?.type !== 'map') return undefined;
  const unit = indentUnit(text, root);
  const sections: (readonly string[] | undefined)[] = [[`name: ${asScalar(file.name, false)}`]];
  for (const key of ['failure_mode', 'retry_policy', 'env']) sections.push(whole(text, root, key));
  const inputs = entries(text, root, { key: 'inputs', names: file.inputs, unit });
  const added = file.added.map((name) => `${unit}${name}: { type: string }`);
  const pools = entries(text, root, { key: 'pools', names: file.pools, unit });
  if (inputs === undefined || pools === undefined) return undefined;
  if (inputs.length + added.length > 0) sections.push(['inputs:', ...inputs, ...added]);
  if (file.secrets.size > 0) sections.push([`secrets: [${[...file.secrets].join(', ')}]`]);
  if (pools.length > 0) sections.push(['pools:', ...pools]);
  const tasks = file.chunks.flatMap((chunk, i) => [
    ...(i > 0 && file.isSpaced ? [''] : []),
    ...chunkLines(text, chunk, file.edits, unit),
  ]);
  sections.push(['tasks:', ...tasks]);
  const outputs = [...file.outputs].map(([name, source]) => `${unit}${name}: \${{ ${source} }}`);
  if (outputs.length > 0) sections.push(['outputs:', ...outputs]);
  const nl = lineBreak(text);
  return `${sections.flatMap((lines) => (lines === undefined ? [] : [lines.join(nl)])).join(nl + nl)}${nl}`;
}

function whole(text: string, root: MapValue, key: string): readonly string[] | undefined {
  const pair = pairOf(root, key);
  return pair === undefined ? undefined : withComment(text, pair.range).split(/\r?\n/);
}

function entries(
  text: string,
  root: MapValue,
  { key, names, unit }: { readonly key: string; readonly names: ReadonlySet<string>; readonly unit: string },
): readonly string[] | undefined {
  const map = pairOf(root, key)?.value;
  if (map?.type !== 'map') return [];
  const column = blockColumn(text, map) ?? 0;
  const folded = new Set([...names].map((name) => name.toLowerCase()));
  const chosen = map.pairs.filter((pair) => folded.has(pair.key.value.toLowerCase()));
  if (!chosen.every((pair) => isWithin(pair.range, map.range))) return undefined;
  return chosen.flatMap(({ range }) =>
    dedented(map.flow ? text.slice(range.start, range.end) : withComment(text, range), column).map((line) =>
      indent(unit, line),
    ),
  );
}

/** A piece to the end of its last line, where only a comment follows. */
function withComment(text: string, { start, end }: Range): string {
  const rest = text.slice(end, lineEnd(text, end));
  return text.slice(start, /^\s*#/.test(rest) ? end + rest.length : end);
}

/** The lines of a task as they will be, at the column of the new file. */
function chunkLines(
  text: string,
  { range, pair }: TaskChunk,
  edits: readonly Edit[],
  unit: string,
): readonly string[] {
  const own = edits
    .filter((edit) => isWithin(edit.range, range))
    .map(({ range: { start, end }, newText }) => ({
      range: { start: start - range.start, end: end - range.start },
      newText,
    }));
  const column = pair.key.range.start - (text.lastIndexOf('\n', pair.key.range.start) + 1);
  const lines = applyEdits(text.slice(range.start, range.end), own).split(/\r?\n/);
  return lines.map((line) => indent(unit, dedentedLine(line, column)));
}

function dedented(piece: string, column: number): readonly string[] {
  return piece.split(/\r?\n/).map((line, i) => (i === 0 ? line : dedentedLine(line, column)));
}

function dedentedLine(line: string, column: number): string {
  const blanks = /^ */.exec(line)?.[0].length ?? 0;
  return line.slice(Math.min(blanks, column));
}

function indent(unit: string, line: string): string {
  return line === '' ? '' : unit + line;
}
