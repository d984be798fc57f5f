import type { JsonObject } from '../../model/json.ts';
import { KINDS, kindsFor, PARTICULAR_KEYS } from '../schema/taskKinds.ts';
import { TASK_SCHEMA } from '../schema/taskSchema.ts';
import type { MapSchema } from '../schema.ts';

/** That a task is of exactly one kind, and has no key that means nothing beside it. Nothing of other maps. */
export function kindRules(schema: MapSchema): JsonObject {
  if (schema !== TASK_SCHEMA) return {};
  return {
    oneOf: KINDS.map(({ kind }) => ({ required: [kind] })),
    dependencies: {
      ...Object.fromEntries(PARTICULAR_KEYS.map((key) => [key, beside(kindsFor(key) ?? [])])),
      workflow: { properties: { with: { type: ['object', 'null'] } } },
    },
  };
}

function beside(kinds: readonly string[]): JsonObject {
  return { anyOf: kinds.map((kind) => ({ required: [kind] })) };
}
