import { hasExpression } from '../../expression/template.ts';
import { blame, quoted } from '../blame.ts';
import type { Rule } from '../facts.ts';

/** A workflow that is a task is a file found from this one's, the same in every run. */
export const workflowPath: Rule = function* ({ workflow }) {
  for (const { work } of workflow.tasks) {
    if (work?.kind !== 'workflow') continue;
    const { value: path, range } = work.path;
    if (isWorkflowPath(path)) continue;
    if (hasExpression(path)) {
      const message =
        'The path of a workflow can\'t hold expressions: what runs is known before it begins. Make a task for each file, and give each an "if".';
      yield blame('invalid-value', range, message);
    } else if (path.trim() === '') {
      yield blame('invalid-value', range, 'The workflow is empty. Write the path of a .flow.yaml file.');
    } else if (ABSOLUTE.test(path)) {
      const message = `${quoted(path)} is no path from this file. Write one, as in ./publish.flow.yaml, so that it is found on every machine.`;
      yield blame('invalid-value', range, message);
    } else {
      const message = `A workflow is a file whose name ends in .flow.yaml or .flow.yml, not ${quoted(path)}. Start another program with "run".`;
      yield blame('invalid-value', range, message);
    }
  }
};

const ABSOLUTE = /^([/\\]|[A-Za-z][A-Za-z0-9+.-]*:)/;

/** Whether a text can be the path of a workflow, from the file that names it. */
export function isWorkflowPath(path: string): boolean {
  return !hasExpression(path) && !ABSOLUTE.test(path) && /\.flow\.ya?ml$/.test(path);
}
