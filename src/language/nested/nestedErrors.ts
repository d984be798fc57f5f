import type { Diagnostic } from '../../model/diagnostic.ts';
import { blame, quoted } from '../blame.ts';
import { fileName, filesWithin, wayBetween } from './fileCycle.ts';
import { type NestedRule, workflowTasks } from './nestedFacts.ts';
import type { NestedFile } from './nestedFiles.ts';

/** A `workflow` whose file, or one that it runs in turn, has errors. `errorsOf` gives a file's own. */
export function nestedErrors(errorsOf: (file: NestedFile) => readonly Diagnostic[]): NestedRule {
  return function* ({ file }) {
    for (const { work } of workflowTasks(file)) {
      const next = file.nested.get(work.path.value);
      // What goes in circles is a rule of its own.
      if (next === undefined || wayBetween(next, file) !== undefined) continue;
      for (const each of filesWithin(next)) {
        const errors = errorsOf(each);
        const [first] = errors;
        if (first === undefined) continue;
        const line = each.analysis.lines.position(first.range.start).line + 1;
        const count = errors.length === 1 ? 'an error' : `${errors.length} errors`;
        const through = each === next ? '' : `, which ${quoted(fileName(next))} runs,`;
        const message = `${quoted(fileName(each))}${through} has ${count}, so it can't be run. Line ${line}: ${first.message}`;
        yield blame('nested-workflow', work.path.range, message);
        break;
      }
    }
  };
}
