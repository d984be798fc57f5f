import type { JsonObject } from '../../model/json.ts';
import { asJson } from '../read/scalars.ts';
import type { KeySchema, MapSchema } from '../schema.ts';
import { parseYaml } from '../source/parseYaml.ts';
import { pairOf } from '../source/value.ts';
import { kindRules } from './kindRules.ts';
import { valueSchema } from './valueSchema.ts';

/** What maps of one kind may hold, by the name that `$ref` calls it by: each is written once. */
export type Definitions = Map<string, JsonObject>;

interface MapOfKeys extends JsonObject {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, JsonObject>>;
  readonly additionalProperties: false;
}

/** A map whose keys the language chooses. */
export function mapSchema({ keys }: MapSchema, definitions: Definitions): MapOfKeys {
  return {
    type: 'object',
    properties: Object.fromEntries(keys.map((key) => [key.name, keySchema(key, definitions)])),
    additionalProperties: false,
  };
}

function keySchema(key: KeySchema, definitions: Definitions): JsonObject {
  const words =
    key.default === undefined ? key.documentation : `${key.documentation}\n\nDefault: ${key.default}`;
  return {
    // The second is read by yaml-language-server, which would show the backticks of the first.
    description: words,
    markdownDescription: words,
    ...valueSchema(key.type, (schema) => definedMap(schema, definitions)),
    examples: key.examples.map((example) => exampleOf(key.name, example)),
  };
}

function definedMap(schema: MapSchema, definitions: Definitions): JsonObject {
  const name = schema.name.replace(/^an? /, '').replaceAll(' ', '-');
  if (!definitions.has(name)) {
    definitions.set(name, { ...mapSchema(schema, definitions), ...kindRules(schema) });
  }
  return { $ref: `#/definitions/${name}` };
}

function exampleOf(name: string, example: string): JsonObject[string] {
  const { root } = parseYaml(example);
  const value = root?.type === 'map' ? pairOf(root, name)?.value : undefined;
  if (value === undefined) throw new Error(`The example of "${name}" has no such key: ${example}`);
  return asJson(value);
}
