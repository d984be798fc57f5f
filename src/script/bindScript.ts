import type { Range } from '../model/text.ts';
import { dialectOf } from './dialect.ts';
import { type Scan, scanOf } from './scan.ts';

/** A script that reads the values of its expressions from variables. */
export interface BoundScript {
  /** The script with each `${{ }}` replaced by what reads its variable in that shell, quoting kept. */
  readonly script: string;
  /** For each variable the expression whose value it carries. The same expression appears once. */
  readonly variables: readonly { readonly name: string; readonly expression: string }[];
  /** Places where the shell makes it impossible: ranges in the original script. */
  readonly faults: readonly { readonly message: string; readonly range: Range }[];
}

/** Stands where an expression can have no effect: in a comment, or where it is a fault. A word of no meaning. */
const INERT = 'FLOW_EXPR';

/**
 * Replaces each `${{ }}` of a script by what reads the variable that carries its value, for the shell as the
 * author wrote it (`undefined` is `sh`). Nothing of a value ever becomes text of the script. Where an
 * expression can't be read safely, that is a fault, and the script isn't to be run. Never throws; linear time.
 *
 * A `${{` that is never closed is left alone: it is a fault of the expression, told elsewhere.
 */
export function bindScript(script: string, shell: string | undefined): BoundScript {
  const scan = scanOf(script);
  if (scan.holes.length === 0) return { script, variables: [], faults: [] };
  dialectOf(shell)(scan);
  return assemble(scan);
}

function assemble(scan: Scan): BoundScript {
  const names = new Map<string, string>();
  const faults: { message: string; range: Range }[] = [];
  const changes = [...scan.edits];
  for (const [index, { expression, range, offset }] of scan.holes.entries()) {
    const binding = scan.bindings.get(index) ?? { type: 'fault', message: LOST };
    let text = INERT;
    if (binding.type === 'value') {
      const name = names.get(expression) ?? `FLOW_EXPR_${names.size + 1}`;
      names.set(expression, name);
      text = binding.read(name);
    }
    if (binding.type === 'fault') faults.push({ message: binding.message, range });
    changes.push({ start: offset, end: offset + 1, text });
  }
  return {
    script: changed(scan.text, changes),
    variables: [...names].map(([expression, name]) => ({ name, expression })),
    faults,
  };
}

const LOST =
  'What this place of the script means can’t be told. Put the value into `env:` and read that variable in the script.';

function changed(text: string, changes: Scan['edits']): string {
  const pieces: string[] = [];
  let from = 0;
  for (const change of changes.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    pieces.push(text.slice(from, change.start), change.text);
    from = change.end;
  }
  return pieces.join('') + text.slice(from);
}
