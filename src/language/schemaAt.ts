import { WORKFLOW_SCHEMA } from './schema/workflowSchema.ts';
import { type KeySchema, keyOf, type MapSchema, type NameKind } from './schema.ts';

/** What the schema says of the place that a path of keys leads to. */
export type SchemaPlace =
  | { readonly type: 'map'; readonly schema: MapSchema }
  /** Where the author's names stand: below `tasks`, `inputs` and `pools`. */
  | { readonly type: 'names'; readonly of: NameKind; readonly schema: MapSchema }
  | { readonly type: 'value'; readonly key: KeySchema };

/** Nothing where the schema doesn't reach: an unknown key, or below one that holds whatever the author likes. */
export function schemaAt(path: readonly string[]): SchemaPlace | undefined {
  let place: SchemaPlace = { type: 'map', schema: WORKFLOW_SCHEMA };
  for (const name of path) {
    if (place.type === 'value') return undefined;
    if (place.type === 'names') {
      place = { type: 'map', schema: place.schema };
      continue;
    }
    const key = keyOf(place.schema, name);
    if (key === undefined) return undefined;
    place = placeBelow(key);
  }
  return place;
}

function placeBelow(key: KeySchema): SchemaPlace {
  if (key.type.type === 'map') return { type: 'map', schema: key.type.schema };
  if (key.type.type === 'named-maps') return { type: 'names', of: key.type.of, schema: key.type.schema };
  return { type: 'value', key };
}
