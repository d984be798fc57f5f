import { conditionSource } from '../../expression/condition.ts';
import { references } from '../../expression/references.ts';
import { parseExpression } from '../../expression/syntax.ts';
import { parseTemplate } from '../../expression/template.ts';
import { isJsonObject, type JsonValue } from '../../model/json.ts';
import type { PlannedTask, PlannedWork } from '../../model/plan.ts';

/**
 * What the expressions of some texts read, to the first name: `inputs.rows`, `env.seed`, `workflow.name`. Where that
 * name is computed, or the whole is read, the context alone: `inputs`. In lower case, as names are found whatever
 * their case.
 */
export function readsOf(texts: Iterable<string>): ReadonlySet<string> {
  const reads = new Set<string>();
  for (const text of texts) {
    for (const part of parseTemplate(text)) {
      if (part.type !== 'expression') continue;
      for (const { context, path } of references(part.source, parseExpression(part.source))) {
        const first = path[0];
        reads.add(first === undefined ? context : `${context}.${first.name.toLowerCase()}`);
      }
    }
  }
  return reads;
}

/** Whether one thing, `inputs.rows`, is among what is read. */
export function isRead(name: string, reads: ReadonlySet<string>): boolean {
  return reads.has(name) || reads.has(name.slice(0, name.indexOf('.')));
}

/** The `if` of a task, as a text whose expression stands in `${{ }}`. */
export function conditionTexts({ if: condition }: PlannedTask): readonly string[] {
  return condition === undefined ? [] : [`\${{ ${conditionSource(condition).source} }}`];
}

/** The texts of a task's work that may hold expressions; of a nested workflow what it is given. */
export function workTexts(work: PlannedWork): readonly string[] {
  switch (work.kind) {
    case 'run':
      return [work.script, work.cwd ?? ''];
    case 'module':
      return [work.path, work.cwd ?? '', ...textsIn(work.with)];
    case 'workflow':
      return textsIn(work.with);
    case 'approval':
      return [work.message];
  }
}

/** Every string inside a value. */
export function textsIn(value: JsonValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((item: JsonValue) => textsIn(item));
  return isJsonObject(value) ? Object.values(value).flatMap(textsIn) : [];
}
