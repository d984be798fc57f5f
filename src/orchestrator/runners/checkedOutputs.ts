import type { JsonObject } from '../../model/json.ts';
import { OutputsError } from '../outputsFile.ts';

/** Levels of lists and objects inside one another: many more, and writing them down would overflow the stack. */
const DEEPEST = 500;

/** The outputs, if they can be kept and passed on. Throws `OutputsError` where they are nested too deeply. */
export function checkedOutputs(outputs: JsonObject): JsonObject {
  let level: unknown[] = [outputs];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) throw new OutputsError(`the outputs are nested more than ${DEEPEST} levels deep.`);
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return outputs;
}
