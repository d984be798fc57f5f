/**
 * What an object says, in plain data, whichever class its parts are of: getters are asked, methods left out. Equal
 * results are equal to `assert.deepEqual`.
 */
export function plain(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(([key, each]) => [key, plain(each)]);
  if (value instanceof Set) return [...value];
  if (Array.isArray(value)) return value.map((each) => plain(each));
  if (typeof value !== 'object' || value === null) return value;
  const found: Record<string, unknown> = {};
  const names = Object.getOwnPropertyNames(value);
  const prototype: object | null = Object.getPrototypeOf(value);
  const isClass = prototype !== null && prototype !== Object.prototype;
  // What a class tells by getters stands in its prototype.
  const told = isClass ? [...names, ...Object.getOwnPropertyNames(prototype)] : names;
  for (const name of told) {
    const each: unknown = Reflect.get(value, name);
    if (each !== undefined && typeof each !== 'function') found[name] = plain(each);
  }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}
