import { hasExpression } from '../../expression/template.ts';
import { sourceRange } from '../../model/text.ts';
import { bindScript } from '../../script/bindScript.ts';
import { blame } from '../blame.ts';
import type { Rule } from '../facts.ts';

/** Places of a script where its shell can't be handed a value without the value becoming code. */
export const injection: Rule = function* ({ workflow, expressions }) {
  const unread = new Set(expressions.filter(({ fault }) => fault !== undefined).map(({ text }) => text));
  for (const { work } of workflow.tasks) {
    if (work?.kind !== 'run' || !hasExpression(work.script.value) || unread.has(work.script)) continue;
    for (const { message, range } of bindScript(work.script.value, work.shell?.value).faults) {
      yield blame('injection', sourceRange(work.script, range), message);
    }
  }
};
