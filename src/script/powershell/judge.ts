import { fault, HOLE } from '../scan.ts';
import { newStatement, type PowerShell } from './state.ts';

/** Takes a word or a string of the statement, which began at `start`, `script.pos` being behind it. */
export function judge(script: PowerShell, start: number, word: string): void {
  const { statement } = script;
  if (statement.mode === 'start') statement.mode = 'expression';
  if (statement.mode !== 'command') return;
  const message = statement.watch.take(word);
  if (message !== undefined && word.includes(HOLE)) fault(script, start, script.pos, message);
}

/** Ends a statement; `piped` says whether what it gives goes to the next one. */
export function endStatement(script: PowerShell, piped = false): void {
  const { watch, start, pipeline } = script.statement;
  const harm = watch.inputFault();
  if (harm !== undefined && pipeline < start) fault(script, pipeline, start, harm);
  script.statement = newStatement(script.pos, piped ? pipeline : script.pos);
}
