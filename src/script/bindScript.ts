// TEMPORARY placeholder by the lead so that others can import; the script engineer replaces this file.
import type { Range } from '../model/text.ts';
export interface BoundScript {
  readonly script: string;
  readonly variables: readonly { readonly name: string; readonly expression: string }[];
  readonly faults: readonly { readonly message: string; readonly range: Range }[];
}
export function bindScript(script: string, _shell: string | undefined): BoundScript {
  return { script, variables: [], faults: [] };
}
