import { jsonSchema } from '../language/jsonSchema.ts';
import type { Arguments } from './arguments.ts';
import type { Context } from './context.ts';
import { COMPLETED } from './exitCodes.ts';

/** Prints the JSON Schema of workflow files, for editors that know no Flow. */
export async function schema(_args: Arguments, { out }: Context): Promise<number> {
  out.write(`${JSON.stringify(jsonSchema(), undefined, 2)}\n`);
  return COMPLETED;
}
