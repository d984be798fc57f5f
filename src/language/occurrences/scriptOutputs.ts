import { type Located, sourceRange, type Text } from '../../model/text.ts';

/** A line of a script that appends `key=value` to the file `$FLOW_OUTPUT`. */
const WRITTEN = /(?:^|["'\s])([A-Za-z_][\w-]*)(?:=|<<)[^\n]*>>\s*["']?(?:\$\{?|%|\$env:)FLOW_OUTPUT/d;

/** The outputs that a script plainly writes, each where its name stands. */
export function* scriptOutputs(script: Text): Iterable<Located<string>> {
  if (!script.value.includes('FLOW_OUTPUT')) return;
  let start = 0;
  for (const line of script.value.split('\n')) {
    const found = line.length < 1000 ? WRITTEN.exec(line) : null;
    const [from, to] = found?.indices?.[1] ?? [];
    if (from !== undefined && to !== undefined) {
      yield {
        value: line.slice(from, to),
        range: sourceRange(script, { start: start + from, end: start + to }),
      };
    }
    start += line.length + 1;
  }
}
