import { isDeepStrictEqual } from 'node:util';

/** A JSON Schema, or a part of one. */
type Schema = Readonly<Record<string, unknown>>;

/**
 * Where a value breaks a schema of draft 07, as `/tasks/a: type`; nothing where it doesn't. Written from the
 * specification for what our schema uses, and for nothing else: any other keyword throws, so that none is passed over.
 */
export function validateJson(schema: Schema, value: unknown): readonly string[] {
  return faultsOf(schema, value, '');

  function faultsOf(part: Schema, at: unknown, path: string): readonly string[] {
    const { $ref } = part;
    // Draft 07 passes over what stands beside a reference.
    if (typeof $ref === 'string') return faultsOf(resolved($ref), at, path);
    return Object.entries(part).flatMap(([keyword, says]) => {
      const check = Object.hasOwn(CHECKS, keyword) ? CHECKS[keyword] : undefined;
      if (check === undefined) throw new Error(`Unknown keyword ${keyword}`);
      return check(says as never, at, path, part, faultsOf);
    });
  }

  function resolved(reference: string): Schema {
    const name = reference.replace('#/definitions/', '');
    const found = (schema['definitions'] as Readonly<Record<string, Schema>>)[name];
    if (found === undefined) throw new Error(`No definition ${reference}`);
    return found;
  }
}

type FaultsOf = (part: Schema, at: unknown, path: string) => readonly string[];
type Check = (says: never, at: unknown, path: string, part: Schema, faultsOf: FaultsOf) => readonly string[];

const nothing: Check = () => [];

const CHECKS: Readonly<Record<string, Check>> = {
  $schema: nothing,
  title: nothing,
  description: nothing,
  markdownDescription: nothing,
  markdownEnumDescriptions: nothing,
  examples: nothing,
  definitions: nothing,
  type: (says: string | readonly string[], at, path) =>
    blamed(
      [says].flat().some((type) => isOf(type, at)),
      `${path}: type`,
    ),
  enum: (says: readonly unknown[], at, path) =>
    blamed(
      says.some((each) => isDeepStrictEqual(each, at)),
      `${path}: enum`,
    ),
  pattern: (says: string, at, path) =>
    blamed(typeof at !== 'string' || new RegExp(says, 'u').test(at), `${path}: pattern`),
  minimum: (says: number, at, path) => blamed(typeof at !== 'number' || at >= says, `${path}: minimum`),
  maximum: (says: number, at, path) => blamed(typeof at !== 'number' || at <= says, `${path}: maximum`),
  minItems: (says: number, at, path) => blamed(!Array.isArray(at) || at.length >= says, `${path}: minItems`),
  minProperties: (says: number, at, path) =>
    blamed(!isMap(at) || Object.keys(at).length >= says, `${path}: minProperties`),
  required: (says: readonly string[], at, path) =>
    isMap(at) ? says.flatMap((name) => blamed(Object.hasOwn(at, name), `${path}: required ${name}`)) : [],
  items: (says: Schema, at, path, _part, faultsOf) =>
    Array.isArray(at) ? at.flatMap((item, i) => faultsOf(says, item, `${path}/${i}`)) : [],
  properties: (says: Readonly<Record<string, Schema>>, at, path, _part, faultsOf) =>
    isMap(at)
      ? Object.entries(says).flatMap(([name, schema]) =>
          Object.hasOwn(at, name) ? faultsOf(schema, at[name], `${path}/${name}`) : [],
        )
      : [],
  additionalProperties: (says: Schema | false, at, path, { properties = {} }, faultsOf) => {
    if (!isMap(at)) return [];
    return Object.keys(at)
      .filter((name) => !Object.hasOwn(properties as Schema, name))
      .flatMap((name) =>
        says === false ? [`${path}/${name}: additional`] : faultsOf(says, at[name], `${path}/${name}`),
      );
  },
  propertyNames: (says: Schema, at, path, _part, faultsOf) =>
    isMap(at) ? Object.keys(at).flatMap((name) => faultsOf(says, name, `${path}/${name} (name)`)) : [],
  dependencies: (says: Readonly<Record<string, Schema>>, at, path, _part, faultsOf) =>
    isMap(at)
      ? Object.entries(says).flatMap(([name, schema]) =>
          Object.hasOwn(at, name) ? faultsOf(schema, at, `${path} (${name})`) : [],
        )
      : [],
  anyOf: (says: readonly Schema[], at, path, _part, faultsOf) =>
    blamed(
      says.some((each) => faultsOf(each, at, path).length === 0),
      `${path}: anyOf`,
    ),
  oneOf: (says: readonly Schema[], at, path, _part, faultsOf) =>
    blamed(says.filter((each) => faultsOf(each, at, path).length === 0).length === 1, `${path}: oneOf`),
};

function blamed(isRight: boolean, fault: string): readonly string[] {
  return isRight ? [] : [fault];
}

function isOf(type: string, at: unknown): boolean {
  switch (type) {
    case 'null':
      return at === null;
    case 'array':
      return Array.isArray(at);
    case 'object':
      return isMap(at);
    case 'integer':
      return Number.isInteger(at);
    case 'number':
    case 'string':
    case 'boolean':
      return typeof at === type;
    default:
      throw new Error(`Unknown type ${type}`);
  }
}

function isMap(at: unknown): at is Readonly<Record<string, unknown>> {
  return typeof at === 'object' && at !== null && !Array.isArray(at);
}
