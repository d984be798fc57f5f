import type { JsonObject } from '../../model/json.ts';
import { NAME } from '../rules/taskId.ts';
import { LONGEST_DURATION, type MapSchema, type ValueSchema, type ValueType } from '../schema.ts';

/** What refers to the schema of a map whose keys the language chooses. */
export type Refer = (schema: MapSchema) => JsonObject;

/** A number or a boolean is a text as well, just as it is written. */
const TEXT_TYPES = ['string', 'number', 'boolean'];
const TEXT = { type: TEXT_TYPES };

const ONE_EXPRESSION = { type: 'string', pattern: '^\\$\\{\\{[\\s\\S]*\\}\\}$' };

/** What may stand behind a key of some type. */
export function valueSchema(type: ValueType, refer: Refer): JsonObject {
  switch (type.type) {
    case 'text':
      return type.values === undefined ? TEXT : { anyOf: [oneOf(type.values), TEXT] };
    case 'condition':
    case 'pool':
    case 'input-value':
      return TEXT;
    case 'choice':
      return oneOf(type.values);
    case 'boolean':
      return { type: 'boolean' };
    case 'number':
      return numberSchema(type);
    case 'duration':
      return {
        type: ['string', 'number'],
        pattern: '^\\s*(\\d+(\\.\\d+)?|(\\d+(\\.\\d+)?(ms|s|m|h))+)\\s*$',
        minimum: type.minimum / 1000,
        maximum: LONGEST_DURATION / 1000,
      };
    case 'rate':
      return { type: 'string', pattern: '^\\s*\\d{1,9}\\s*/\\s*[smh]\\s*$' };
    case 'map':
      // Beside `$ref` draft 07 passes over everything, the description included.
      return { anyOf: [{ type: 'null' }, refer(type.schema)] };
    case 'named-maps':
      return namedMaps(type, refer);
    case 'texts-by-name':
      return { type: ['object', 'null'], additionalProperties: { type: [...TEXT_TYPES, 'null'] } };
    case 'texts':
      return { type: type.alone ? [...TEXT_TYPES, 'array'] : 'array', items: TEXT };
    case 'tasks':
      return { type: [...TEXT_TYPES, 'array', 'null'], items: TEXT };
    case 'matrix':
      return matrixSchema(type.values);
    case 'reasons':
      return reasonsSchema(type.values);
    case 'json':
      return {};
  }
}

function oneOf(values: readonly ValueSchema[]): JsonObject {
  return {
    enum: values.map(({ name }) => name),
    markdownEnumDescriptions: values.map(({ documentation }) => documentation),
  };
}

function numberSchema({ integer, minimum }: Extract<ValueType, { readonly type: 'number' }>): JsonObject {
  return { type: integer ? 'integer' : 'number', ...(minimum === undefined ? {} : { minimum }) };
}

/** Of an input there may be nothing but its name. */
function namedMaps(
  { of, schema, short }: Extract<ValueType, { readonly type: 'named-maps' }>,
  refer: Refer,
): JsonObject {
  const map = refer(schema);
  const others = [
    ...(short === undefined ? [] : [numberSchema(short)]),
    ...(of === 'input' ? [{ type: 'null' }] : []),
  ];
  return {
    type: ['object', 'null'],
    propertyNames: { pattern: NAME.source },
    additionalProperties: others.length === 0 ? map : { anyOf: [map, ...others] },
  };
}

function matrixSchema(values: readonly ValueSchema[]): JsonObject {
  const list = { anyOf: [{ type: 'array', minItems: 1 }, ONE_EXPRESSION] };
  const entries = {
    anyOf: [{ type: 'array', items: { anyOf: [{ type: 'object' }, ONE_EXPRESSION] } }, ONE_EXPRESSION],
  };
  return {
    type: 'object',
    minProperties: 1,
    properties: Object.fromEntries(
      values.map(({ name, documentation }) => [
        name,
        { description: documentation, markdownDescription: documentation, ...entries },
      ]),
    ),
    additionalProperties: list,
  };
}

function reasonsSchema(values: readonly ValueSchema[]): JsonObject {
  const code = { type: 'integer', minimum: 1 };
  const narrowed = {
    type: 'object',
    properties: { exit_code: { anyOf: [{ type: 'null' }, code, { type: 'array', items: code }] } },
    additionalProperties: false,
  };
  const reason = [oneOf(values), narrowed];
  return { anyOf: [...reason, { type: 'array', items: { anyOf: reason } }] };
}
