import { at, bind, isHole, type Scan } from '../scan.ts';
import { type JavaScript, reference } from './state.ts';

/** A template to its end or its next `${`, `scan.pos` being behind its backtick or the `}` of a substitution. */
export function template(scan: Scan, script: JavaScript, tagged: boolean): void {
  while (scan.pos < scan.end) {
    const char = at(scan, scan.pos);
    if (isHole(scan, scan.pos)) {
      bind(scan, scan.pos, { type: 'value', read: (name) => `\${${reference(name)}}` });
      scan.pos++;
    } else if (char === '`') break;
    else if (scan.text.startsWith('${', scan.pos) && !isHole(scan, scan.pos + 1)) {
      script.brackets.push({ char: '${', start: scan.pos, harm: undefined, condition: false, tagged });
      script.last = '${';
      scan.pos += 2;
      return;
    } else if (char === '\\') backslash(scan, tagged);
    else scan.pos++;
  }
  scan.pos = Math.min(scan.pos + 1, scan.end);
  script.last = 'value';
}

/** Before a value a backslash means nothing, except to a tag such as `String.raw`, which sees it. */
function backslash(scan: Scan, tagged: boolean): void {
  if (isHole(scan, scan.pos + 1)) {
    scan.edits.push({ start: scan.pos, end: scan.pos + 1, text: tagged ? '${"\\\\"}' : '' });
    scan.pos++;
  } else scan.pos += 2;
}
