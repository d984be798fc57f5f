import { canonicalJson, type JsonValue } from '../../model/json.ts';
import { isCitable, type Reason } from '../../model/reason.ts';

/**
 * That something is another than it was: one reason, or none where both are equal. The values are told where a
 * line can hold them.
 */
export function changed(
  what: string,
  before: JsonValue | undefined,
  after: JsonValue | undefined,
): readonly Reason[] {
  if (before === undefined || after === undefined) {
    if (before !== undefined) return [{ type: 'changed', what, before: textOf(before) }];
    return after === undefined ? [] : [{ type: 'changed', what, after: textOf(after) }];
  }
  if (before === after || canonicalJson(before) === canonicalJson(after)) return [];
  const texts = { before: textOf(before), after: textOf(after) };
  return isCitable(texts.before) && isCitable(texts.after)
    ? [{ type: 'changed', what, ...texts }]
    : [{ type: 'changed', what }];
}

/** The same for each key of two maps, as `what key`; in the order of the later one. */
export function changedKeys(
  what: string,
  before: Readonly<Record<string, JsonValue>>,
  after: Readonly<Record<string, JsonValue>>,
): readonly Reason[] {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const names = new Set([...now.keys(), ...old.keys()]);
  return [...names].flatMap((name) => changed(`${what} ${name}`, old.get(name), now.get(name)));
}

function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
