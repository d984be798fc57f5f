import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json.ts';
import type { Plan, PlannedTask } from '../../model/plan.ts';
import type { Reason } from '../../model/reason.ts';
import { changed } from './changed.ts';
import { isRead, readsOf, textsIn } from './reads.ts';

/** A workflow as it was and as it is, and what isn't what it was of all that its tasks can read. */
export interface Setting {
  readonly before: Plan;
  readonly now: Plan;
  /** By the name that an expression reads it by, in lower case: `inputs.rows`, `workflow.name`. */
  readonly values: Changes;
  /** By the names of variables that all its tasks are given. */
  readonly env: Changes;
}

/** Why something isn't what it was, by its name. */
export type Changes = ReadonlyMap<string, readonly Reason[]>;

/** The setting of a run's own tasks. */
export function settingOf(before: Plan, now: Plan, old: JsonObject, inputs: JsonObject): Setting {
  return setting(before, now, (name) => changed(`input ${name}`, get(old, name), get(inputs, name)));
}

/** The setting of the tasks that a task's nested workflow consists of. They aren't given what is around them by `env`. */
export function settingInside(
  { before, now }: { readonly before: PlannedTask; readonly now: PlannedTask },
  plans: { readonly before: Plan; readonly now: Plan },
  outside: Setting,
): Setting {
  const env = environmentChanges(before, now, outside);
  return setting(plans.before, plans.now, (name) => {
    const value = given(now, plans.now, name);
    const changes = changed(`input ${name}`, given(before, plans.before, name), value);
    if (changes.length > 0) return changes;
    const isOther = changesRead(textsIn(value), outside, env).length > 0;
    return isOther ? [{ type: 'changed', what: `input ${name}` }] : [];
  });
}

/** The variables that a task is given and that aren't what they were: written otherwise, or reading what is another. */
export function environmentChanges(before: PlannedTask, now: PlannedTask, around: Setting): Changes {
  const names = new Set([...Object.keys(now.env), ...Object.keys(before.env)]);
  if (names.size === 0) return around.env;
  const env = new Map(around.env);
  for (const name of names) {
    const own = get(now.env, name);
    const old = get(before.env, name) ?? get(around.before.env, name);
    const changes = changed(`env ${name}`, old, own ?? get(around.now.env, name));
    if (changes.length > 0) env.set(name, changes);
    else if (own !== undefined) setOrDelete(env, name, changesRead([own], around, around.env));
  }
  return env;
}

/** Why what some texts read, directly or by way of variables, isn't what it was. */
export function changesRead(
  texts: readonly string[],
  { values }: Pick<Setting, 'values'>,
  env: Changes,
): readonly Reason[] {
  if (values.size + env.size === 0) return [];
  const reads = readsOf(texts);
  return [
    ...[...values].flatMap(([name, reasons]) => (isRead(name, reads) ? reasons : [])),
    ...[...env].flatMap(([name, reasons]) => (isRead(`env.${name.toLowerCase()}`, reads) ? reasons : [])),
  ];
}

function setting(before: Plan, now: Plan, inputChanges: (name: string) => readonly Reason[]): Setting {
  const values = new Map<string, readonly Reason[]>();
  for (const name of Object.keys(now.inputs)) {
    setOrDelete(values, `inputs.${name.toLowerCase()}`, inputChanges(name));
  }
  setOrDelete(values, 'workflow.name', changed('workflow.name', before.name, now.name));
  const env = new Map<string, readonly Reason[]>();
  for (const name of new Set([...Object.keys(now.env), ...Object.keys(before.env)])) {
    const text = get(now.env, name);
    const changes = changed(`env ${name}`, get(before.env, name), text);
    const read = text === undefined ? [] : changesRead([text], { values }, new Map());
    setOrDelete(env, name, changes.length > 0 ? changes : read);
  }
  return { before, now, values, env };
}

/** What a nested workflow is given as an input, as written; its default where it is given nothing. */
function given(task: PlannedTask, plan: Plan, name: string): JsonValue | undefined {
  const values = task.work.kind === 'workflow' ? (task.work.with ?? {}) : {};
  return (isJsonObject(values) ? get(values, name) : values) ?? get(plan.inputs, name)?.default;
}

/** The own value of a key, whatever its name. */
function get<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function setOrDelete(changes: Map<string, readonly Reason[]>, name: string, found: readonly Reason[]): void {
  if (found.length > 0) changes.set(name, found);
  else changes.delete(name);
}
