import type { Diagnostic } from '../../model/diagnostic.ts';
import { createSuggest } from '../suggest.ts';
import { nestedCycle } from './nestedCycle.ts';
import { nestedErrors } from './nestedErrors.ts';
import type { NestedFacts, NestedRule } from './nestedFacts.ts';
import type { NestedFile } from './nestedFiles.ts';
import { nestedInputs } from './nestedInputs.ts';
import { nestedOutputs } from './nestedOutputs.ts';
import { nestedSize } from './nestedSize.ts';
import { unknownFile } from './unknownFile.ts';

const RULES: readonly NestedRule[] = [unknownFile, nestedCycle, nestedInputs, nestedOutputs];

/** What is wrong with a workflow in what it says of other files. */
export function* applyNestedRules(file: NestedFile): Iterable<Diagnostic> {
  const suggest = createSuggest();
  const known = new Map<NestedFile, readonly Diagnostic[]>();
  yield* ownFaults({ file, suggest });
  yield* nestedErrors(errorsOf)({ file, suggest });
  // Of files within files the outermost has most.
  yield* nestedSize({ file, suggest });

  /** Each file is looked at once, however many others run it. */
  function errorsOf(nested: NestedFile): readonly Diagnostic[] {
    const before = known.get(nested);
    if (before !== undefined) return before;
    const all = [...nested.analysis.diagnostics, ...ownFaults({ file: nested, suggest })];
    const errors = all.filter(({ severity }) => severity === 'error');
    known.set(nested, errors);
    return errors;
  }
}

/** But for what is said of the files that it runs. */
function* ownFaults(facts: NestedFacts): Iterable<Diagnostic> {
  for (const rule of RULES) yield* rule(facts);
}
