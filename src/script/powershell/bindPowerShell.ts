import { codeOf, TOO_DEEP } from '../embedded.ts';
import { at, comment, EXPANSION, fault, find, HOLE, hasHole, type Scan } from '../scan.ts';
import { endStatement, judge } from './judge.ts';
import { isDouble, isSingle, newStatement, type PowerShell } from './state.ts';
import { backtick, expandable, hereStringBody, literal, literalHereString, variable } from './text.ts';
import { takeWord } from './word.ts';

/** Finds out what each expression of a PowerShell script is part of, and how its value is read there. */
export function bindPowerShell(scan: Scan): void {
  const script: PowerShell = Object.assign(scan, { brackets: [], statement: newStatement(0) });
  while (script.pos < script.end) {
    if (script.brackets.length > DEEPEST) {
      fault(script, script.pos, script.end, TOO_DEEP);
      script.pos = script.end;
    } else readNext(script);
  }
  endStatement(script);
  for (const { start, harm } of script.brackets)
    if (harm !== undefined) fault(script, start, script.end, harm);
}

const DEEPEST = 100;

function readNext(script: PowerShell): void {
  const char = at(script, script.pos);
  const next = at(script, script.pos + 1);
  if (char === '<' && next === '#')
    comment(script, Math.min(find(script, '#>', script.pos + 2) + 2, script.end));
  else if (char === '#' && beginsToken(script)) comment(script, find(script, '\n', script.pos));
  else if (char === '@' && (isDouble(next) || isSingle(next)) && hereString(script)) return;
  else if (isDouble(char)) {
    script.pos++;
    expandable(script, 'string', script.pos - 1);
  } else if (isSingle(char)) literal(script);
  else if (char === '`') backtick(script);
  else if (char === '$') dollar(script, next);
  else if (char === '\n' || char === ';' || char === '|') separator(script, char, next);
  else if (char === '&') ampersand(script, next);
  else if ('([{'.includes(char)) open(script);
  else if (')]}'.includes(char)) close(script);
  else if (!takeWord(script)) script.pos++;
  if (char === '=' && script.statement.mode !== 'command') script.statement.mode = 'start';
}

function beginsToken(script: PowerShell): boolean {
  return script.pos === 0 || /[\s;|&(){}]/.test(script.text.charAt(script.pos - 1));
}

function hereString(script: PowerShell): boolean {
  const body = hereStringBody(script);
  if (body === undefined) return false;
  if (isSingle(at(script, script.pos + 1))) literalHereString(script, body);
  else {
    const start = script.pos;
    script.pos = body;
    expandable(script, 'here-string', start);
  }
  return true;
}

function dollar(script: PowerShell, next: string): void {
  const start = script.pos;
  if (next === '(') open(script);
  else {
    if (next === '{') variable(script);
    else script.pos += /^\$(?:[$?^]|[\w:]*)/.exec(script.text.slice(start, start + 100))?.[0].length ?? 1;
    judge(script, start, EXPANSION);
  }
}

function separator(script: PowerShell, char: string, next: string): void {
  script.pos += char === '|' && next === '|' ? 2 : 1;
  endStatement(script, char === '|' && next !== '|');
}

/** `&&`, `& command`, or `&` at the end of what goes on in the background. */
function ampersand(script: PowerShell, next: string): void {
  script.pos += next === '&' ? 2 : 1;
  if (next !== '&' && script.text.charAt(script.pos - 2) === '>') return;
  if (next !== '&' && script.statement.mode === 'start') script.statement.mode = 'command';
  else endStatement(script);
}

function open(script: PowerShell): void {
  const start = script.pos;
  const called =
    /(?:\bscriptblock\]::create|\.(?:invokescript|newscriptblock|expandstring|addscript))$/i.exec(
      script.text.slice(Math.max(start - 40, 0), start),
    );
  const harmless = called === null || script.brackets.some(({ harm }) => harm !== undefined);
  const harm = harmless ? undefined : codeOf(called[0].replace(/^.*[.:]/, ''));
  script.brackets.push({ start, outer: script.statement, text: undefined, harm });
  script.pos += at(script, start) === '$' ? 2 : 1;
  script.statement = newStatement(script.pos);
}

function close(script: PowerShell): void {
  endStatement(script);
  script.pos++;
  const bracket = script.brackets.pop();
  if (bracket === undefined) return;
  if (bracket.harm !== undefined) fault(script, bracket.start, script.pos, bracket.harm);
  script.statement = bracket.outer;
  if (bracket.text !== undefined) expandable(script, bracket.text.kind, bracket.text.start);
  else judge(script, bracket.start, hasHole(script, bracket.start, script.pos) ? HOLE : EXPANSION);
}
