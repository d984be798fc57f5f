import { at, bind, fault, find, HOLE, hasHole, isHole } from '../scan.ts';
import { judge } from './judge.ts';
import { VARIABLE_NAME } from './messages.ts';
import { isDouble, isSingle, newStatement, type PowerShell, reference, type TextKind } from './state.ts';

/** Whether a here-string begins with these two characters: its header ends the line. */
export function hereStringBody(script: PowerShell): number | undefined {
  let offset = script.pos + 2;
  while (at(script, offset) === ' ' || at(script, offset) === '\t') offset++;
  if (at(script, offset) === '\r') offset++;
  return at(script, offset) === '\n' ? offset : undefined;
}

/**
 * An expandable text, `script.pos` being in it, to its end or to the next `$(`, which is left open as a
 * bracket. `start` is where it began.
 */
export function expandable(script: PowerShell, kind: TextKind, start: number): void {
  while (script.pos < script.end) {
    const char = at(script, script.pos);
    if (isHole(script, script.pos)) {
      bind(script, script.pos, { type: 'value', read: reference });
      script.pos++;
    } else if (char === '`') backtick(script);
    else if (char === '$' && dollar(script, kind, start)) return;
    else if (kind === 'string' && isDouble(char)) {
      if (!isDouble(at(script, script.pos + 1))) break;
      script.pos += 2;
    } else if (kind === 'here-string' && endsHereString(script, isDouble)) {
      script.pos++;
      break;
    } else if (char !== '$') script.pos++;
  }
  script.pos = Math.min(script.pos + (kind === 'string' ? 1 : 2), script.end);
  judge(script, start, script.text.slice(start + 1, script.pos - 1));
}

/** A backtick escapes the character behind it; a value needs none. */
export function backtick(script: PowerShell): void {
  if (isHole(script, script.pos + 1)) {
    script.edits.push({ start: script.pos, end: script.pos + 1, text: '' });
    script.pos++;
  } else script.pos += 2;
}

/** Takes at least the `$`. Returns whether a `$(` has been opened. */
function dollar(script: PowerShell, kind: TextKind, start: number): boolean {
  const next = at(script, script.pos + 1);
  if (isHole(script, script.pos + 1)) {
    script.edits.push({ start: script.pos, end: script.pos + 1, text: '`$' });
  } else if (next === '{') {
    variable(script);
    return false;
  } else if (next === '(') {
    script.brackets.push({
      start: script.pos,
      outer: script.statement,
      text: { kind, start },
      harm: undefined,
    });
    script.pos += 2;
    script.statement = newStatement(script.pos);
    return true;
  }
  script.pos += next === '$' ? 2 : 1;
  return false;
}

/** `${any name}` */
export function variable(script: PowerShell): void {
  const end = Math.min(find(script, '}', script.pos) + 1, script.end);
  fault(script, script.pos, end, VARIABLE_NAME);
  script.pos = end;
}

/** `'…'`. With a value in it, it becomes an expandable text of the same meaning. */
export function literal(script: PowerShell): void {
  const start = script.pos;
  let closed = false;
  for (script.pos++; script.pos < script.end && !closed; script.pos++) {
    if (!isSingle(at(script, script.pos))) continue;
    if (isSingle(at(script, script.pos + 1))) script.pos++;
    else closed = true;
  }
  if (closed) makeExpandable(script, start, start + 1, script.pos - 1, true);
  judge(script, start, script.text.slice(start + 1, script.pos - 1));
}

/** `@'…'@` */
export function literalHereString(script: PowerShell, body: number): void {
  const start = script.pos;
  script.pos = body;
  while (script.pos < script.end && !endsHereString(script, isSingle)) script.pos++;
  const quote = script.pos + 1;
  if (quote < script.end) makeExpandable(script, start + 1, body, quote, false);
  script.pos = Math.min(script.pos + 3, script.end);
  judge(script, start, hasHole(script, start, script.pos) ? HOLE : '');
}

function endsHereString(script: PowerShell, isQuote: (char: string) => boolean): boolean {
  return (
    at(script, script.pos) === '\n' &&
    isQuote(at(script, script.pos + 1)) &&
    at(script, script.pos + 2) === '@'
  );
}

/**
 * Makes a literal text that holds values one in which variables are read, and escapes what would be expanded
 * too. `opening` and `to` are its quotes. `pairs`: a doubled quote in it is one quote.
 */
function makeExpandable(script: PowerShell, opening: number, from: number, to: number, pairs: boolean): void {
  if (!hasHole(script, from, to)) return;
  for (const quote of [opening, to]) script.edits.push({ start: quote, end: quote + 1, text: '"' });
  for (let i = from; i < to; i++) {
    const char = script.text.charAt(i);
    if (isHole(script, i)) bind(script, i, { type: 'value', read: reference });
    else if (char === '$' || char === '`' || isDouble(char)) {
      script.edits.push({ start: i, end: i, text: '`' });
    } else if (pairs && isSingle(char)) {
      script.edits.push({ start: i, end: i + 1, text: '' });
      i++;
    }
  }
}
