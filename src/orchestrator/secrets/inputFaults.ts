import type { JsonObject } from '../../model/json.ts';
import { masker } from './masker.ts';

/** A sentence for each input that holds a secret: inputs are kept in the journal as they are, for a run to go on with. */
export function secretInputFaults(
  inputs: JsonObject,
  secrets: Readonly<Record<string, string>>,
): readonly string[] {
  return Object.entries(secrets).flatMap(([secret, value]) => {
    const mask = masker([value]);
    return Object.entries(inputs)
      .filter(([, given]) => mask.json(given) !== given)
      .map(
        ([name]) =>
          `Input ${name} holds the value of the secret ${secret}, and inputs are kept with the run. Let the workflow read \${{ secrets.${secret} }} instead.`,
      );
  });
}
