import { codeOf, NAME_PART } from '../embedded.ts';
import { at, bind, comment, fault, find, isHole, type Scan } from '../scan.ts';
import { bindLiterals, reference } from './bindLiterals.ts';
import { type Literal, literalStart, readLiteral } from './literal.ts';

/** A Python text while it is read. */
interface Python {
  readonly brackets: Bracket[];
  harmful: number;
  /** The last word, or the character that came last. */
  last: string;
  /** A dot stands before that word. */
  member: boolean;
  /** String literals that stand side by side, which Python joins. */
  literals: Literal[];
}

interface Bracket {
  readonly start: number;
  harm: string | undefined;
  /** `subprocess.run(…, shell=True)` is known by what stands in it. */
  readonly callee: string;
}

/** Finds out what each expression of a Python text is part of, and how its value is read there. */
export function bindPython(scan: Scan): void {
  const script: Python = { brackets: [], harmful: 0, last: '\n', member: false, literals: [] };
  while (scan.pos < scan.end) readNext(scan, script);
  endLiterals(scan, script);
  for (const { start, harm } of script.brackets) if (harm !== undefined) fault(scan, start, scan.end, harm);
}

function readNext(scan: Scan, script: Python): void {
  const char = at(scan, scan.pos);
  const opening = isHole(scan, scan.pos) ? undefined : literalStart(scan)?.[0];
  if (opening !== undefined) {
    script.literals.push(readLiteral(scan, opening));
    script.last = '"';
  } else if (char === '#') comment(scan, find(scan, '\n', scan.pos));
  else if (char === ' ' || char === '\t' || char === '\r' || char === '\f') scan.pos++;
  else if (char === '\n' && script.brackets.length > 0) scan.pos++;
  else if (char === '\\' && /[\r\n]/.test(at(scan, scan.pos + 1))) scan.pos += 2;
  else {
    endLiterals(scan, script);
    readCode(scan, script, char);
  }
}

function endLiterals(scan: Scan, script: Python): void {
  bindLiterals(scan, script.literals);
  if (script.literals.length > 0) script.literals = [];
}

function readCode(scan: Scan, script: Python, char: string): void {
  if (isHole(scan, scan.pos)) bare(scan, script);
  else if (NAME_CHARACTER.test(char)) word(scan, script);
  else if ('([{'.includes(char)) open(scan, script, char);
  else if (')]}'.includes(char)) close(scan, script);
  else {
    script.last = char;
    scan.pos++;
  }
}

const NAME_CHARACTER = /[\w\u0080-\ufdcf\ufdf0-\uffff]/;

function bare(scan: Scan, script: Python): void {
  const touches = [scan.pos - 1, scan.pos + 1].some(
    (offset) => isHole(scan, offset) || NAME_CHARACTER.test(scan.text.charAt(offset)),
  );
  if (touches || NAMES_FOLLOW.has(script.last)) fault(scan, scan.pos, scan.pos + 1, NAME_PART);
  else bind(scan, scan.pos, { type: 'value', read: reference });
  script.last = 'value';
  scan.pos++;
}

const NAMES_FOLLOW: ReadonlySet<string> = new Set(
  '. @ import from def class as global nonlocal del for'.split(' '),
);

function word(scan: Scan, script: Python): void {
  const start = scan.pos;
  while (NAME_CHARACTER.test(at(scan, scan.pos)) && !isHole(scan, scan.pos)) scan.pos++;
  script.member = script.last === '.';
  script.last = scan.text.slice(start, scan.pos);
  if (script.last === 'shell') shellArgument(scan, script);
}

/** `shell=True` makes code of what the call around it is given. */
function shellArgument(scan: Scan, script: Python): void {
  const bracket = script.brackets.at(-1);
  const rest = scan.text.slice(scan.pos, scan.pos + 20);
  if (bracket === undefined || script.harmful > 0 || !/^\s*=\s*(True|1)\b/.test(rest)) return;
  bracket.harm = codeOf(bracket.callee);
  script.harmful++;
}

function open(scan: Scan, script: Python, char: string): void {
  const callee = char === '(' ? script.last : '';
  const runs = RUNS.has(callee) && !(script.member && callee === 'compile') && script.harmful === 0;
  if (runs) script.harmful++;
  script.brackets.push({ start: scan.pos, harm: runs ? codeOf(callee) : undefined, callee });
  script.last = char;
  scan.pos++;
}

const RUNS: ReadonlySet<string> = new Set(
  'eval exec compile system popen getoutput getstatusoutput __import__ create_subprocess_shell'.split(' '),
);

function close(scan: Scan, script: Python): void {
  const bracket = script.brackets.pop();
  scan.pos++;
  script.last = 'value';
  if (bracket?.harm === undefined) return;
  fault(scan, bracket.start, scan.pos, bracket.harm);
  script.harmful--;
}
