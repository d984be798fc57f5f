import { lineStart, type Range } from '../../model/text.ts';
import { type BlockLine, enclosingLines, lineAt } from './blockLines.ts';
import { type FlowLevel, flowLevels } from './flowLevels.ts';

/** What a person is about to write at some place of a file, however broken the file is. */
export interface Cursor {
  /** The keys that lead there, outermost first. Items of lists leave no trace. */
  readonly path: readonly string[];
  /**
   * `key`: a key of the map at `path`, or a value that begins on a line of its own below its key.
   * `value`: the value of the last key. `item`: an item of the list that is the value of the last key.
   * `text`: inside a text, where nothing of YAML counts.
   */
  readonly role: 'key' | 'value' | 'item' | 'text';
  /** Inside `[ ]` or `{ }`. */
  readonly flow: boolean;
  /** The word that the cursor is in or behind: what a completion replaces. */
  readonly word: Range;
}

/**
 * Reads the place from the indentation and the brackets before it. The parser's tree can't tell: where something
 * is about to be written, there is nothing in the tree yet.
 */
export function cursorAt(text: string, offset: number): Cursor {
  const word = wordAt(text, offset);
  const here = lineAt(text, offset);
  const lines = enclosingLines(text, here);
  const path: string[] = [];
  for (const line of lines) {
    if (line.key !== undefined) path.push(line.key);
    if (line.valueStart === undefined) continue;
    if (isBlockScalar(text, line)) return { path, role: 'text', flow: false, word };
    if (!isFlow(text, line)) continue;
    const levels = flowLevels(text, line.valueStart, word.start);
    // Below brackets that are closed nothing can stand.
    return levels.length > 0 ? inFlow(path, levels, word) : { path, role: 'text', flow: false, word };
  }
  // A line that goes on with the text that its key began.
  const last = lines.at(-1);
  if (last?.key !== undefined && hasInlineText(text, last)) return { path, role: 'text', flow: false, word };
  const isValue = here.keyEnd !== undefined && offset >= here.keyEnd;
  if (isValue && here.key !== undefined) path.push(here.key);
  const levels = isFlow(text, here) ? flowLevels(text, here.valueStart ?? offset, word.start) : [];
  if (levels.length > 0) return inFlow(path, levels, word);
  // Behind brackets that are closed.
  if (isFlow(text, here) && offset > (here.valueStart ?? offset))
    return { path, role: 'text', flow: false, word };
  if (isValue) return { path, role: 'value', flow: false, word };
  return { path, role: here.key === undefined && here.isItem ? 'item' : 'key', flow: false, word };
}

function inFlow(path: readonly string[], levels: readonly FlowLevel[], word: Range): Cursor {
  const inner = levels.flatMap((level) => level.key ?? []);
  const last = levels.at(-1);
  const role = last?.type === 'list' ? 'item' : last?.key === undefined ? 'key' : 'value';
  return { path: [...path, ...inner], role, flow: true, word };
}

/** Letters of names, durations and numbers. */
function wordAt(text: string, offset: number): Range {
  let start = offset;
  let end = offset;
  while (start > 0 && isWord(text[start - 1])) start--;
  while (end < text.length && isWord(text[end])) end++;
  // A dash that begins an item is no letter of it.
  const isDash = text[start] === '-' && /^\s*(- *)*$/.test(text.slice(lineStart(text, start), start));
  if (isDash && !isWord(text[start + 1]) && offset > start) start++;
  return { start, end };
}

function isWord(char: string | undefined): boolean {
  return char !== undefined && /[\w-]/.test(char);
}

function isFlow(text: string, line: BlockLine): boolean {
  const first = text[line.valueStart ?? -1];
  return first === '[' || first === '{';
}

function isBlockScalar(text: string, line: BlockLine): boolean {
  return /^[|>][-+\d]*\s*(#.*)?$/.test(text.slice(line.valueStart, line.end).trimEnd());
}

function hasInlineText(text: string, line: BlockLine): boolean {
  const value = text.slice(line.valueStart ?? line.end, line.end).trim();
  return value !== '' && !/^[#&!]/.test(value) && !isFlow(text, line);
}
