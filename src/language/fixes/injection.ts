import type { Task } from '../../model/workflow.ts';
import { ANSI_QUOTES, ARITHMETIC } from '../../script/sh/messages.ts';
import type { Analysis } from '../analyze.ts';
import { quoted } from '../blame.ts';
import { insertBelow, insertPair } from '../edit/insertPair.ts';
import { indentUnit } from '../edit/layout.ts';
import type { Edit } from '../edit.ts';
import { pairOf } from '../source/value.ts';
import type { WrittenExpression } from '../writtenExpressions.ts';
import { taskMap } from './needEdits.ts';
import { expressionOf } from './referenceAt.ts';
import type { WayOut } from './wayOut.ts';

/**
 * Hands a value to a script by a variable of `env`, where that is as safe as it looks: in arithmetic only what can't be
 * but a number.
 */
export const readVariable: WayOut = function* ({ analysis, diagnostic: { range, message } }) {
  const written = expressionOf(analysis, range);
  const task = written?.task;
  const map = task === undefined ? undefined : taskMap(analysis.root, task);
  if (written === undefined || task === undefined || map === undefined) return;
  const { text } = analysis;
  const run = pairOf(map, 'run');
  if (message === ANSI_QUOTES && pairOf(map, 'shell') === undefined && run !== undefined) {
    const pair = { block: ['shell: bash'], flow: 'shell: bash' };
    yield { title: 'Add "shell: bash"', edits: [insertPair(text, map, pair, run)] };
  }
  if (message !== ARITHMETIC || !isNumber(analysis, written)) return;
  const [reference] = written.references;
  const last = reference?.path.at(-1)?.name ?? '';
  const taken = new Set(task.env.map(({ name }) => name.value));
  const name = last
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^(\d)/, '_$1');
  if (name === '' || taken.has(name) || /^(PATH|HOME|IFS|PWD|SHELL)$/.test(name)) return;
  const entry = `${name}: "\${{${written.source}}}"`;
  if (/["\\\n]/.test(written.source)) return;
  const edits = [envEdit(analysis, task, entry), { range, newText: `$${name}` }];
  yield { title: `Read it from a variable ${quoted(name)}`, edits };
};

function envEdit({ text, root }: Analysis, task: Task, entry: string): Edit | undefined {
  const map = taskMap(root, task);
  if (map === undefined) return undefined;
  const env = pairOf(map, 'env');
  const unit = indentUnit(text, root);
  if (env !== undefined) return insertBelow(text, map, env, { block: [entry], flow: entry }, unit);
  return insertPair(text, map, { block: ['env:', unit + entry], flow: `env: { ${entry} }` });
}

function isNumber({ workflow }: Analysis, { source }: WrittenExpression): boolean {
  const [, name] = /^\s*inputs\.([\w-]+)\s*$/.exec(source) ?? [];
  return workflow.inputs.some((input) => input.name.value === name && input.definition.type === 'number');
}
