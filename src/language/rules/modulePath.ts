import { hasExpression } from '../../expression/template.ts';
import { blame, quoted } from '../blame.ts';
import type { Rule } from '../facts.ts';

const EXTENSIONS = ['.mjs', '.js', '.cjs', '.mts', '.ts', '.cts'];

/** A module is a JavaScript or TypeScript file, found from the workflow's file; a shell is a command. */
export const modulePath: Rule = function* ({ workflow }) {
  for (const { work } of workflow.tasks) {
    if (work?.kind === 'run' && work.shell?.value.trim() === '') {
      yield blame('invalid-value', work.shell.range, 'The shell is empty. Name one, or leave the key out.');
    }
    if (work?.kind !== 'module' || hasExpression(work.path.value)) continue;
    const path = work.path.value;
    const [extension = ''] = /\.[A-Za-z0-9]+$/.exec(path.slice(-20)) ?? [];
    if (path.trim() === '') {
      yield blame(
        'invalid-value',
        work.path.range,
        'The module is empty. Write the path of a JavaScript file.',
      );
    } else if (/^([/\\]|[A-Za-z][A-Za-z0-9+.-]*:)/.test(path)) {
      const message = `${quoted(path)} is no path from the workflow's file. Write one, as in tasks/analyze.mjs, so that it is found on every machine.`;
      yield blame('invalid-value', work.path.range, message);
    } else if (extension !== '' && !EXTENSIONS.includes(extension)) {
      const message = `A module is JavaScript or TypeScript (${EXTENSIONS.join(', ')}), not "${extension}". Start another program with "run".`;
      yield blame('invalid-value', work.path.range, message);
    }
  }
};
