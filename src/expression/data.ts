import { data } from '@actions/expressions';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json.ts';

/**
 * A dictionary that finds a name as it is written before it looks for another spelling, and that can hold
 * any name, `constructor` and `__proto__` included (the library's own loses those).
 */
class ExactDictionary extends data.Dictionary {
  readonly #values: Map<string, data.ExpressionData>;
  #folded: Map<string, data.ExpressionData> | undefined;

  constructor(values: Map<string, data.ExpressionData>) {
    super();
    this.#values = values;
  }

  override add(key: string, value: data.ExpressionData): void {
    this.#values.set(key, value);
    this.#folded = undefined;
  }

  override get(key: string): data.ExpressionData | undefined {
    const exact = this.#values.get(key);
    if (exact !== undefined) return exact;
    this.#folded ??= new Map([...this.#values].reverse().map(([name, value]) => [name.toLowerCase(), value]));
    return this.#folded.get(key.toLowerCase());
  }

  override values(): data.ExpressionData[] {
    return [...this.#values.values()];
  }

  override pairs(): { key: string; value: data.ExpressionData }[] {
    return [...this.#values].map(([key, value]) => ({ key, value }));
  }
}

/** JSON as the expression library holds it. */
export function toData(value: JsonValue): data.ExpressionData {
  if (value === null) return new data.Null();
  if (typeof value === 'string') return new data.StringData(value);
  if (typeof value === 'number') return new data.NumberData(value);
  if (typeof value === 'boolean') return new data.BooleanData(value);
  if (isJsonObject(value)) return toDictionary(value);
  const list = new data.Array();
  for (const item of value) list.add(toData(item));
  return list;
}

export function toDictionary(value: JsonObject): data.Dictionary {
  return new ExactDictionary(new Map(Object.entries(value).map(([key, item]) => [key, toData(item)])));
}

/** A dictionary of what is already data. */
export function dictionaryOf(values: Iterable<readonly [string, data.ExpressionData]>): data.Dictionary {
  return new ExactDictionary(new Map(values));
}

/** What the expression library holds, as JSON. Numbers that JSON can't say, such as NaN, read as null. */
export function fromData(value: data.ExpressionData): JsonValue {
  switch (value.kind) {
    case data.Kind.Null:
      return null;
    case data.Kind.String:
    case data.Kind.Boolean:
      return value.value;
    case data.Kind.Number:
      return Number.isFinite(value.value) ? value.value : null;
    case data.Kind.Array:
      return value.values().map(fromData);
    case data.Kind.Dictionary:
      return Object.fromEntries(value.pairs().map(({ key, value: item }) => [key, fromData(item)]));
    default:
      return null;
  }
}
