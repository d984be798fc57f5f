import type { JsonObject } from '../model/json.ts';
import type { InputDefinition } from '../model/workflow.ts';

/**
 * Types and checks what a person gave (text by input name, as from `--input k=v`) against the definitions,
 * defaults filled in. Returns the values, or one sentence for each fault.
 */
export declare function resolveInputs(
  definitions: Readonly<Record<string, InputDefinition>>,
  given: Readonly<Record<string, string>>,
): { readonly inputs: JsonObject } | { readonly faults: readonly string[] };

/** The fault of one value as a sentence, or `undefined` where it is fine: for input boxes. */
export declare function inputFault(
  name: string,
  definition: InputDefinition,
  text: string,
): string | undefined;
