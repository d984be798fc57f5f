import { codeOf, NAME_PART } from '../embedded.ts';
import { at, bind, comment, fault, find, isHole, type Scan } from '../scan.ts';
import { regularExpression } from './regularExpression.ts';
import { type Bracket, type JavaScript, newJavaScript, reference, valueEnded } from './state.ts';
import { string } from './string.ts';
import { template } from './template.ts';

/** Finds out what each expression of a JavaScript text is part of, and how its value is read there. */
export function bindJavaScript(scan: Scan): void {
  const script = newJavaScript(scan);
  if (scan.text.startsWith('#!')) comment(scan, find(scan, '\n', 0));
  while (scan.pos < scan.end) readNext(scan, script);
  for (const { start, harm } of script.brackets) if (harm !== undefined) fault(scan, start, scan.end, harm);
}

function readNext(scan: Scan, script: JavaScript): void {
  const char = at(scan, scan.pos);
  const two = scan.text.slice(scan.pos, scan.pos + 2);
  if (isHole(scan, scan.pos)) bare(scan, script);
  else if (/\s/.test(char)) scan.pos++;
  else if (two === '//') comment(scan, lineEnd(scan));
  else if (two === '/*') comment(scan, Math.min(find(scan, '*/', scan.pos + 2) + 2, scan.end));
  else if (char === "'" || char === '"') string(scan, script);
  else if (char === '`') {
    scan.pos++;
    template(scan, script, valueEnded(script));
  } else if (char === '/' && !valueEnded(script)) regularExpression(scan, script);
  else if (NAME_CHARACTER.test(char)) name(scan, script);
  else if ('([{'.includes(char)) open(scan, script, char);
  else if (')]}'.includes(char)) close(scan, script, char);
  else if (two === '++' || two === '--') scan.pos += 2;
  else {
    script.last = char;
    scan.pos++;
  }
}

/** `U+FDD0`, which stands for a value, isn't one. */
const NAME_CHARACTER = /[\w$#\\\u0080-\ufdcf\ufdf0-\uffff]/;

function bare(scan: Scan, script: JavaScript): void {
  const touches = [scan.pos - 1, scan.pos + 1].some(
    (offset) => isHole(scan, offset) || NAME_CHARACTER.test(scan.text.charAt(offset)),
  );
  if (touches || script.last === '.' || NAMES_FOLLOW.has(script.last)) {
    fault(scan, scan.pos, scan.pos + 1, NAME_PART);
  } else bind(scan, scan.pos, { type: 'value', read: reference });
  script.last = 'value';
  scan.pos++;
}

const NAMES_FOLLOW: ReadonlySet<string> = new Set(
  'import from export as function class const let var break continue'.split(' '),
);

function name(scan: Scan, script: JavaScript): void {
  const start = scan.pos;
  while (NAME_CHARACTER.test(at(scan, scan.pos)) && !isHole(scan, scan.pos)) scan.pos++;
  const word = scan.text.slice(start, scan.pos);
  script.object = script.last === '.' ? script.word : '';
  script.member = script.last === '.';
  script.word = word;
  script.last = script.member ? 'value' : word;
}

function open(scan: Scan, script: JavaScript, char: string): void {
  const harm = char === '(' && script.harmful === 0 ? harmOf(script) : undefined;
  if (harm !== undefined) script.harmful++;
  const condition = char === '(' && ['if', 'while', 'for', 'with'].includes(script.last);
  script.brackets.push({ char, start: scan.pos, harm, condition, tagged: false });
  script.last = char;
  scan.pos++;
}

/** What the function that is called does with a value. `exec` is also what a regular expression does. */
function harmOf({ last, word, object, member }: JavaScript): string | undefined {
  const called = last === word || (member && last === 'value');
  const runs = word === 'exec' ? !member || PROCESSES.test(object) : RUNS.has(word);
  return called && runs ? codeOf(word) : undefined;
}

const PROCESSES = /^(cp|child_?process)$/i;

const RUNS: ReadonlySet<string> = new Set(
  'eval Function execSync import runInContext runInNewContext runInThisContext Script compileFunction'.split(
    ' ',
  ),
);

function close(scan: Scan, script: JavaScript, char: string): void {
  const bracket: Bracket | undefined = script.brackets.pop();
  scan.pos++;
  if (bracket?.harm !== undefined) {
    fault(scan, bracket.start, scan.pos, bracket.harm);
    script.harmful--;
  }
  // Behind `if (…)` and behind a block no value has ended: a `/` begins a regular expression.
  script.last = char === '}' || bracket?.condition === true ? ';' : 'value';
  if (bracket?.char === '${') template(scan, script, bracket.tagged);
}

function lineEnd(scan: Scan): number {
  let end = scan.pos;
  while (end < scan.end && !/[\n\r\u2028\u2029]/.test(scan.text.charAt(end))) end++;
  return end;
}
