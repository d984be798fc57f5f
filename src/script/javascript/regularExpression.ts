import { fault, type Scan } from '../scan.ts';
import type { JavaScript } from './state.ts';

/** A regular expression, or, where none ends on this line, the `/` that divides. */
export function regularExpression(scan: Scan, script: JavaScript): void {
  const start = scan.pos;
  scan.pos++;
  script.last = '/';
  if (start < script.noExpressionBefore) return;
  const end = endOf(scan, start);
  if (end.found) {
    fault(scan, start, end.offset, LITERAL);
    scan.pos = end.offset;
    script.last = 'value';
  } else script.noExpressionBefore = end.offset;
}

function endOf(scan: Scan, start: number): { readonly found: boolean; readonly offset: number } {
  let inClass = false;
  for (let i = start + 1; i < scan.end; i++) {
    const char = scan.text.charAt(i);
    if (char === '\n') return { found: false, offset: i };
    if (char === '\\') i++;
    else if (char === '[') inClass = true;
    else if (char === ']') inClass = false;
    else if (char === '/' && !inClass) return { found: true, offset: i + 1 };
  }
  return { found: false, offset: scan.end };
}

const LITERAL =
  'A value can’t stand in a regular expression. Use `new RegExp(…)` with a string, or put the value into a variable first.';
