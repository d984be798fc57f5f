import type { Diagnostic } from '../model/diagnostic.ts';
import type { Facts, FileFacts, FileRule, NameFacts, NameRule, Rule } from './facts.ts';
import { approval } from './rules/approval.ts';
import { constantCondition } from './rules/constantCondition.ts';
import { couldStartEarlier } from './rules/couldStartEarlier.ts';
import { cycle } from './rules/cycle.ts';
import { duplicateKey } from './rules/duplicateKey.ts';
import { duplicateNeed } from './rules/duplicateNeed.ts';
import { duplicateTask } from './rules/duplicateTask.ts';
import { duration } from './rules/duration.ts';
import { envName } from './rules/envName.ts';
import { expression } from './rules/expression.ts';
import { finallyNeed } from './rules/finallyNeed.ts';
import { injection } from './rules/injection.ts';
import { inputs } from './rules/inputs.ts';
import { invalidValue } from './rules/invalidValue.ts';
import { limitAboveWidth } from './rules/limitAboveWidth.ts';
import { lostDigits } from './rules/lostDigits.ts';
import { matrix } from './rules/matrix.ts';
import { missingKey } from './rules/missingKey.ts';
import { missingNeed } from './rules/missingNeed.ts';
import { modulePath } from './rules/modulePath.ts';
import { pools } from './rules/pools.ts';
import { redundantNeed } from './rules/redundantNeed.ts';
import { retryDelays } from './rules/retryDelays.ts';
import { retryOverTimeout } from './rules/retryOverTimeout.ts';
import { retryReason } from './rules/retryReason.ts';
import { secret } from './rules/secret.ts';
import { secretExposed } from './rules/secretExposed.ts';
import { secretName } from './rules/secretName.ts';
import { selfNeed } from './rules/selfNeed.ts';
import { taskId } from './rules/taskId.ts';
import { taskKind } from './rules/taskKind.ts';
import { unknownKey } from './rules/unknownKey.ts';
import { unknownName } from './rules/unknownName.ts';
import { unknownPool } from './rules/unknownPool.ts';
import { unknownTask } from './rules/unknownTask.ts';
import { unquotedPath } from './rules/unquotedPath.ts';
import { unusedInput } from './rules/unusedInput.ts';
import { unusedPool } from './rules/unusedPool.ts';
import { unusedSecret } from './rules/unusedSecret.ts';
import { workflowPath } from './rules/workflowPath.ts';
import { wrongType } from './rules/wrongType.ts';

/** What can be said of a task by itself, or of all the rest of a file by itself. */
const PART_RULES: readonly Rule[] = [
  unknownKey,
  duplicateKey,
  wrongType,
  duration,
  invalidValue,
  retryReason,
  inputs,
  pools,
  taskId,
  envName,
  secretName,
  taskKind,
  modulePath,
  workflowPath,
  approval,
  matrix,
  selfNeed,
  duplicateNeed,
  expression,
  secret,
  injection,
  lostDigits,
  secretExposed,
  unquotedPath,
];

/** What a task says of names that the rest of the file gives. */
const NAME_RULES: readonly NameRule[] = [
  constantCondition,
  retryDelays,
  retryOverTimeout,
  unknownPool,
  unknownTask,
  unknownName,
];

/** What only the whole file tells. */
const FILE_RULES: readonly FileRule[] = [missingKey, duplicateTask, finallyNeed, cycle, missingNeed];

/**
 * What only the whole file tells, and only one without errors: of names that an unread expression may read, and of
 * ways that a cycle closes, nothing is certain.
 */
const REMARK_RULES: readonly FileRule[] = [
  unusedInput,
  unusedSecret,
  unusedPool,
  redundantNeed,
  couldStartEarlier,
  limitAboveWidth,
];

export function* applyPartRules(facts: Facts): Iterable<Diagnostic> {
  for (const rule of PART_RULES) yield* rule(facts);
}

export function* applyNameRules(facts: NameFacts): Iterable<Diagnostic> {
  for (const rule of NAME_RULES) yield* rule(facts);
}

export function* applyFileRules(facts: FileFacts): Iterable<Diagnostic> {
  for (const rule of FILE_RULES) yield* rule(facts);
}

export function* applyRemarkRules(facts: FileFacts): Iterable<Diagnostic> {
  for (const rule of REMARK_RULES) yield* rule(facts);
}
