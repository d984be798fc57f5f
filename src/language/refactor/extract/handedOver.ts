import type { Analysis } from '../../analyze.ts';
import type { Edit } from '../../edit.ts';
import { freeName } from '../../fixes/duplicates.ts';
import { placeOf } from '../../writtenExpressions.ts';
import type { Crossings, Read } from './crossings.ts';

/** What the new file is given: inputs by the names of what was read, and the reads of them. */
export interface HandedOver {
  /** By the name of the input, the expression that gives it. */
  readonly given: ReadonlyMap<string, string>;
  /** In the tasks, what was read becomes an input. */
  readonly edits: readonly Edit[];
}

/**
 * An output becomes an input of type text, which says the same wherever it stands in a text; where its type may count,
 * it travels as JSON.
 */
export function handedOver(analysis: Analysis, { reads, inputs }: Crossings): HandedOver {
  const given = new Map<string, string>();
  const names = new Map<string, string>();
  const taken = new Set([...inputs].map((name) => name.toLowerCase()));
  const typed = new Set(reads.filter((read) => !isText(analysis, read)).map(keyOf));
  for (const name of inputs) given.set(name, `inputs.${name}`);
  const edits = reads.map((read): Edit => {
    const key = keyOf(read);
    const known = names.get(key);
    const name = known ?? freeName(`${read.task}_${(read.output ?? 'state').replace(/[^\w-]/g, '_')}`, taken);
    const source = read.written.source.slice(read.piece.start, read.piece.end);
    if (known === undefined) {
      names.set(key, name);
      taken.add(name.toLowerCase());
      given.set(name, typed.has(key) ? `toJSON(${source})` : source);
    }
    const newText = typed.has(key) ? `fromJSON(inputs.${name})` : `inputs.${name}`;
    return { range: placeOf(read.written, read.piece), newText };
  });
  return { given, edits };
}

function keyOf({ task, output }: Read): string {
  return `${task}\n${output ?? ''}`;
}

/** Whether a value is a text anyway, or is only put into one. */
function isText({ tasksById }: Analysis, { written, piece, task, output, reference }: Read): boolean {
  if (output === undefined) return true;
  const of = tasksById.get(task);
  if (of?.work?.kind === 'run' && of.matrix === undefined && reference.path.length === 3) return true;
  const isAlone =
    written.source.slice(0, piece.start).trim() === '' && written.source.slice(piece.end).trim() === '';
  return isAlone && ['run', 'env', 'cwd', 'approval', 'module'].includes(written.key);
}
