import type { Diagnostic, DiagnosticCode } from '../../model/diagnostic.ts';
import { breakCycle } from './breakCycle.ts';
import { removeCondition } from './conditions.ts';
import { declare } from './declare.ts';
import { mergeDuplicate, renameDuplicate } from './duplicates.ts';
import { mendDuration } from './durations.ts';
import { mendExpression } from './expressions.ts';
import { makeFile, makeModule, nearestFile } from './files.ts';
import { ignoreHere, removeIgnore } from './ignores.ts';
import { indentBelow } from './indentBelow.ts';
import { readVariable } from './injection.ts';
import { mendInput } from './inputs.ts';
import { addKind, keepOneKind } from './kinds.ts';
import { lowerLimit } from './lowerLimit.ts';
import { mendMatrix } from './matrix.ts';
import { addMissingKey } from './missingKeys.ts';
import { addMissingTask } from './missingTask.ts';
import { addRead, removeNeedAt } from './needs.ts';
import { quotePath } from './quotePath.ts';
import { removeKey } from './removeKey.ts';
import { replace } from './replacement.ts';
import { fewerAttempts } from './retries.ts';
import { mendSyntax } from './syntax.ts';
import { renameTask } from './taskIds.ts';
import { moveKey, ourWord } from './unknownKeys.ts';
import { removeUnused } from './unused.ts';
import { removeOutput } from './unusedOutput.ts';
import { mendValue } from './values.ts';
import type { WayOut } from './wayOut.ts';
import { mendType } from './wrongTypes.ts';

const WAYS_OUT: Readonly<Partial<Record<DiagnosticCode, readonly WayOut[]>>> = {
  syntax: [mendSyntax],
  'wrong-type': [indentBelow, mendType],
  'invalid-value': [mendValue, mendInput, mendDuration],
  'unknown-key': [ourWord, indentBelow, moveKey, removeKey],
  'duplicate-key': [mergeDuplicate],
  'missing-key': [addMissingKey],
  'duplicate-task': [renameDuplicate, removeKey],
  'task-id': [renameTask],
  'task-kind': [addKind, keepOneKind],
  'unknown-task': [addMissingTask, removeNeedAt(false)],
  'self-need': [removeNeedAt(true)],
  'duplicate-need': [removeNeedAt(true)],
  'finally-need': [removeNeedAt(true)],
  cycle: [breakCycle],
  'missing-need': [addRead],
  'unknown-pool': [declare],
  matrix: [mendMatrix],
  'unknown-file': [nearestFile, makeFile],
  duration: [mendDuration],
  expression: [mendExpression],
  'unknown-name': [declare, addMissingTask],
  injection: [readVariable],
  'missing-module': [makeModule],
  'unused-output': [removeOutput],
  'redundant-need': [removeNeedAt(true)],
  'could-start-earlier': [removeNeedAt(false)],
  'limit-above-width': [lowerLimit],
  'constant-condition': [removeCondition],
  'unquoted-path': [quotePath],
  'retry-over-timeout': [fewerAttempts],
  'unused-input': [removeUnused],
  'unused-pool': [removeUnused],
  'unused-secret': [removeUnused],
  'unused-ignore': [removeIgnore],
};

/** What may end a diagnostic, likeliest first. What the diagnostic itself would put in its place goes for every code. */
export function waysOut({ code, severity }: Diagnostic): readonly WayOut[] {
  // A task's name has other places.
  const known = [...(code === 'task-id' ? [] : [replace]), ...(WAYS_OUT[code] ?? [])];
  return severity === 'error' ? known : [...known, ignoreHere];
}
