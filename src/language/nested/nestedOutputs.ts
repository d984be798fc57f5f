import { blame, quoted } from '../blame.ts';
import { namesOf } from '../knownNames.ts';
import { didYouMean } from '../suggest.ts';
import { placeOf } from '../writtenExpressions.ts';
import { fileName } from './fileCycle.ts';
import type { NestedRule } from './nestedFacts.ts';

/** Outputs of a workflow that its file doesn't leave. */
export const nestedOutputs: NestedRule = function* ({ file, suggest }) {
  const { tasksById, expressions } = file.analysis;
  for (const written of expressions) {
    for (const { context, path } of written.references) {
      const [task, member, output] = path;
      const work = tasksById.get(context === 'tasks' ? (task?.name ?? '') : '')?.work;
      if (work?.kind !== 'workflow' || member?.name.toLowerCase() !== 'outputs') continue;
      const next = file.nested.get(work.path.value);
      if (output === undefined || next === undefined) continue;
      const known = namesOf(next.analysis.workflow.outputs.map(({ name }) => name.value));
      if (known.has(output.name)) continue;
      const replacement = suggest(output.name, known.list);
      const all = known.list.length === 0 ? ' It leaves none.' : ` It leaves ${known.list.join(', ')}.`;
      const message = `${quoted(fileName(next))} leaves no output ${quoted(output.name)}.${didYouMean(replacement) || all}`;
      yield blame('unknown-name', placeOf(written, output.range), message, { replacement });
    }
  }
};
