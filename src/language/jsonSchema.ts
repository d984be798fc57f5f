import type { JsonObject } from '../model/json.ts';
import { type Definitions, mapSchema } from './jsonSchema/mapSchema.ts';
import { WORKFLOW_SCHEMA } from './schema/workflowSchema.ts';

/**
 * The language as a JSON Schema, for editors that know no Flow. Draft 07, the latest that yaml-language-server, the
 * editors by JetBrains and `check-jsonschema` all read. It accepts every valid workflow, and refuses unknown keys and
 * values of a wrong type; what takes a look at several places, such as a cycle, only the language itself can tell.
 */
export function jsonSchema(): JsonObject {
  const definitions: Definitions = new Map();
  const { properties, ...workflow } = mapSchema(WORKFLOW_SCHEMA, definitions);
  const { tasks, ...others } = properties;
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Flow YAML workflow',
    ...workflow,
    required: ['tasks'],
    properties: { ...others, tasks: { ...tasks, type: 'object', minProperties: 1 } },
    definitions: Object.fromEntries(definitions),
  };
}
