import { MEMBERS } from '../../expression/names.ts';
import type { Reference } from '../../expression/references.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { TaskKind } from '../../model/workflow.ts';
import { blame, quoted } from '../blame.ts';
import { namesOf } from '../knownNames.ts';
import { didYouMean, type Suggest } from '../suggest.ts';
import { placeOf, type WrittenExpression } from '../writtenExpressions.ts';

const TASK_MEMBERS = namesOf(MEMBERS.task);
const ANSWER = namesOf(MEMBERS.answer);

/** Behind a task stands `outputs` or `state`; of an approval it is known what it leaves. */
export function* unknownMember(
  suggest: Suggest,
  written: WrittenExpression,
  { reference, kind }: { readonly reference: Reference; readonly kind: TaskKind | undefined },
): Iterable<Diagnostic> {
  const [, member, output] = reference.path;
  if (member === undefined) return;
  if (!TASK_MEMBERS.has(member.name)) {
    const isName = /^[A-Za-z_][\w-]{0,99}$/.test(member.name);
    const replacement = suggest(member.name, MEMBERS.task) ?? (isName ? `outputs.${member.name}` : undefined);
    const message = `A task has "outputs" and "state".${didYouMean(replacement)}`;
    yield blame('unknown-name', placeOf(written, member.range), message, { replacement });
    return;
  }
  if (kind !== 'approval' || output === undefined || member.name.toLowerCase() !== 'outputs') return;
  if (ANSWER.has(output.name)) return;
  const replacement = suggest(output.name, MEMBERS.answer);
  const wayOut = didYouMean(replacement) || ` There is ${MEMBERS.answer.join(', ')}.`;
  const message = `An approval has no output ${quoted(output.name)}.${wayOut}`;
  yield blame('unknown-name', placeOf(written, output.range), message, { replacement });
}
