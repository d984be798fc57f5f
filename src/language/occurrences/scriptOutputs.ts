import { type Located, sourceRange } from '../../model/text.ts';
import type { RunWork } from '../../model/workflow.ts';
import { ofScript } from '../outputs/ofScript.ts';

/** The outputs that a script plainly writes, each where its name stands. */
export function* scriptOutputs({ script, shell }: RunWork): Iterable<Located<string>> {
  if (!script.value.includes('FLOW_OUTPUT')) return;
  for (const { name, range } of ofScript(script.value, shell?.value).outputs) {
    const place = sourceRange(script, range);
    // Else YAML's escapes are in it.
    if (place.end - place.start === range.end - range.start) yield { value: name, range: place };
  }
}
