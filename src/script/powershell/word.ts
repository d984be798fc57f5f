import { at, bind, fault, HOLE, hasHole, isHole } from '../scan.ts';
import { judge } from './judge.ts';
import { PART_OF_WORD, VERBATIM } from './messages.ts';
import { type PowerShell, reference } from './state.ts';

const PLAIN = /[\w./\\:%+=~*?^!\u0080-\u2017\u201f-\ufdcf\ufdf0-\uffff-]/;

/** A run of plain characters and values. Returns `false` where there is none. */
export function takeWord(script: PowerShell): boolean {
  const start = script.pos;
  while (isHole(script, script.pos) || PLAIN.test(at(script, script.pos))) script.pos++;
  if (script.pos === start) return false;
  const word = script.text.slice(start, script.pos);
  const { statement } = script;
  if (statement.mode === 'start') {
    if (CALLS.has(word) || /^[^\d\uFDD0+!-]/.test(word)) statement.mode = 'command';
    if (KEYWORDS.has(word.toLowerCase())) {
      statement.mode = 'start';
      return true;
    }
    if (CALLS.has(word)) return true;
  }
  if (statement.mode === 'command') argument(script, start, word);
  else for (let i = start; i < script.pos; i++) if (isHole(script, i)) operand(script, i);
  judge(script, start, word);
  return true;
}

/** `. ./script.ps1` */
const CALLS: ReadonlySet<string> = new Set(['.']);

/** Keywords behind which a statement may begin. */
const KEYWORDS: ReadonlySet<string> = new Set(
  'begin catch do dynamicparam else elseif end exit filter finally for foreach function if in process return switch throw trap try until while'.split(
    ' ',
  ),
);

/** A word of a command. One that is more than the value gets quotes, so that it stays one word. */
function argument(script: PowerShell, start: number, word: string): void {
  const end = script.pos;
  if (word === '--%') verbatim(script);
  if (!hasHole(script, start, end)) return;
  if (
    !/^$|[\s(),;|{}=&>]/.test(script.text.charAt(start - 1)) ||
    !/^$|[\s(),;|{}]/.test(script.text.charAt(end))
  ) {
    fault(script, start, end, PART_OF_WORD);
  }
  for (let i = start; i < end; i++) bind(script, i, { type: 'value', read: reference });
  if (word === HOLE) return;
  // `-Name:value` is a parameter only without quotes around the name.
  const from = start + (/^-[A-Za-z]\w*:/.exec(word)?.[0].length ?? 0);
  script.edits.push({ start: from, end: from, text: '"' }, { start: end, end, text: '"' });
}

/** A value in an expression, where nothing may touch it but operators and brackets. */
function operand(script: PowerShell, offset: number): void {
  const before = script.text.charAt(offset - 1);
  const after = script.text.charAt(offset + 1);
  const touched = /[\w$.:@'"`\u2018-\u201f\uFDD0]/.test(before) || /[\w$'"`\u2018-\u201f\uFDD0]/.test(after);
  if (touched) fault(script, offset, offset + 1, PART_OF_WORD);
  else bind(script, offset, { type: 'value', read: reference });
}

function verbatim(script: PowerShell): void {
  const start = script.pos;
  while (script.pos < script.end && !/[\n|]/.test(at(script, script.pos))) script.pos++;
  fault(script, start, script.pos, VERBATIM);
}
