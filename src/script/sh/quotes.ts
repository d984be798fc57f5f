import { at, bind, EXPANSION, fault, find, HOLE, hasHole, holesIn, isHole } from '../scan.ts';
import { ANSI_QUOTES, BACKTICKS } from './messages.ts';
import { next, type Sh, take, takeHole } from './state.ts';

/** `'…'`: nothing in it is special, so the quotes are closed around a value and opened again. */
export function singleQuotes(sh: Sh): void {
  const close = find(sh, "'", sh.pos + 1);
  for (const offset of holesIn(sh, sh.pos, close)) {
    bind(sh, offset, { type: 'value', read: (name) => `'"\${${name}}"'` });
  }
  take(sh, close + 1 - sh.pos, sh.text.slice(sh.pos + 1, close));
}

/** `"…"` */
export function doubleQuotes(sh: Sh): void {
  sh.pos++;
  doubleQuoted(sh, '"');
  sh.pos++;
}

/** What stands between double quotes, up to a character that closes it, which is left. */
export function doubleQuoted(sh: Sh, closing: string): void {
  while (sh.pos < sh.end) {
    const char = at(sh, sh.pos);
    if (isHole(sh, sh.pos)) takeHole(sh);
    else if (char === closing) return;
    else if (char === '\\') backslash(sh);
    else if (char === '$') sh.read.dollar(sh, 'double');
    else if (char === '`') backticks(sh);
    // In "${x:-"…"}" the inner quotes change nothing.
    else take(sh, 1, char);
  }
}

/** A backslash between double quotes, or in a here-document. Before a value it means itself. */
export function backslash(sh: Sh): void {
  if (isHole(sh, sh.pos + 1)) {
    sh.edits.push({ start: sh.pos, end: sh.pos + 1, text: '\\\\' });
    take(sh, 1, '\\');
  } else {
    const escaped = next(sh);
    take(sh, 2, escaped === '\n' ? '' : '$`"\\'.includes(escaped) ? escaped : `\\${escaped}`);
  }
}

/** `$'…'`, in which a backslash escapes. */
export function ansiQuotes(sh: Sh): void {
  const start = sh.pos;
  sh.pos += 2;
  while (sh.pos < sh.end && at(sh, sh.pos) !== "'") {
    const char = at(sh, sh.pos);
    if (isHole(sh, sh.pos)) takeHole(sh, `'"`, `"$'`);
    else if (char !== '\\') take(sh, 1, char);
    else if (!isHole(sh, sh.pos + 1)) take(sh, 2, next(sh));
    else {
      sh.edits.push({ start: sh.pos, end: sh.pos + 1, text: '\\\\' });
      take(sh, 1, char);
    }
  }
  sh.pos++;
  if (sh.shell === 'sh' || sh.shell === 'dash') fault(sh, start, sh.pos, ANSI_QUOTES);
}

/** `` `…` ``, which ends at the next backtick without a backslash, whatever is quoted in it. */
export function backticks(sh: Sh): void {
  const start = sh.pos;
  sh.pos++;
  while (sh.pos < sh.end && at(sh, sh.pos) !== '`') sh.pos += at(sh, sh.pos) === '\\' ? 2 : 1;
  sh.pos++;
  fault(sh, start, sh.pos, BACKTICKS);
  sh.literal += hasHole(sh, start, sh.pos) ? HOLE : EXPANSION;
}
