import { at, bind, fault, hasHole, isHole, type Scan } from '../scan.ts';
import { type JavaScript, reference } from './state.ts';

/** `'…'` and `"…"`: a value is put between the halves of it, in parentheses around the whole. */
export function string(scan: Scan, script: JavaScript): void {
  const start = scan.pos;
  const quote = at(scan, start);
  scan.pos++;
  while (scan.pos < scan.end && at(scan, scan.pos) !== quote && at(scan, scan.pos) !== '\n') {
    if (isHole(scan, scan.pos)) {
      bind(scan, scan.pos, {
        type: 'value',
        read: (name) => `${quote} + ${reference(name)} + ${quote}`,
      });
      scan.pos++;
    } else if (at(scan, scan.pos) !== '\\') scan.pos++;
    else if (isHole(scan, scan.pos + 1)) {
      // Before an ordinary character a backslash means nothing.
      scan.edits.push({ start: scan.pos, end: scan.pos + 1, text: '' });
      scan.pos++;
    } else scan.pos += scan.text.startsWith('\r\n', scan.pos + 1) ? 3 : 2;
  }
  scan.pos = Math.min(scan.pos + 1, scan.end);
  if (hasHole(scan, start, scan.pos)) wrap(scan, script, start);
  script.last = 'value';
}

function wrap(scan: Scan, script: JavaScript, start: number): void {
  if (script.last === 'from' || script.last === 'import') fault(scan, start, scan.pos, SPECIFIER);
  const key =
    (script.last === '{' || script.last === ',') && script.brackets.at(-1)?.char === '{' && isKey(scan);
  scan.edits.push({ start, end: start, text: key ? '[' : '(' });
  scan.edits.push({ start: scan.pos, end: scan.pos, text: key ? ']' : ')' });
}

/** Whether a colon follows. */
function isKey(scan: Scan): boolean {
  let offset = scan.pos;
  while (/\s/.test(at(scan, offset))) offset++;
  return at(scan, offset) === ':';
}

const SPECIFIER =
  'JavaScript takes no variable here. Use `await import(…)` with a path that you put together from the variable.';
