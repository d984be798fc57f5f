import { fault, HOLE, hasHole } from '../scan.ts';
import { newStatement, type PowerShell } from './state.ts';

/** Takes a word or a string of the statement, which began at `start`, `script.pos` being behind it. */
export function judge(script: PowerShell, start: number, word: string): void {
  const { statement } = script;
  if (statement.mode === 'start') statement.mode = 'expression';
  if (statement.mode !== 'command') return;
  // Of a long text it matters only how it begins, and whether there is a value in it.
  const short =
    word.length > 200 ? word.slice(0, 200) + (hasHole(script, start, script.pos) ? HOLE : '') : word;
  const message = statement.watch.take(short);
  if (message !== undefined && short.includes(HOLE)) fault(script, start, script.pos, message);
}

/** Ends a statement; `piped` says whether what it gives goes to the next one. */
export function endStatement(script: PowerShell, piped = false): void {
  const { watch, start, pipeline } = script.statement;
  const harm = watch.inputFault();
  if (harm !== undefined && pipeline < start) fault(script, pipeline, start, harm);
  script.statement = newStatement(script.pos, piped ? pipeline : script.pos);
}
