import type { Reference } from '../../../expression/references.ts';
import type { Range } from '../../../model/text.ts';
import type { Task } from '../../../model/workflow.ts';
import type { Analysis } from '../../analyze.ts';
import { quoted } from '../../blame.ts';
import type { WrittenExpression } from '../../writtenExpressions.ts';

/** A read of something, and where it stands in the expression: from its context to the last name that counts. */
export interface Read {
  readonly written: WrittenExpression;
  readonly reference: Reference;
  readonly piece: Range;
  readonly task: string;
  /** The output that is read; nothing where it is the state, or the workflow's name. */
  readonly output: string | undefined;
}

/** What leads across the boundary of some tasks. */
export interface Crossings {
  /** What the tasks read of others. */
  readonly reads: readonly Read[];
  /** What others read of the tasks. */
  readonly readBack: readonly Read[];
  readonly inputs: ReadonlySet<string>;
  readonly secrets: ReadonlySet<string>;
  /** What the tasks need of others, in the order of the file. */
  readonly needs: readonly string[];
}

/** Looks at every expression once. A text tells why the tasks can't be cut off. */
export function crossings(analysis: Analysis, tasks: readonly Task[]): Crossings | string {
  const { workflow, expressions } = analysis;
  const ids = new Set(tasks.map(({ id }) => id.value));
  const reads: Read[] = [];
  const readBack: Read[] = [];
  const inputs = new Set<string>();
  const secrets = new Set<string>();
  for (const written of expressions) {
    const isInside = written.task !== undefined && ids.has(written.task.id.value);
    const isShared = written.task === undefined && written.key === 'env';
    for (const reference of written.references) {
      const [first, member, output] = reference.path;
      if (reference.context === 'tasks') {
        if (first === undefined) return 'An expression reads a task whose name is known only at run time.';
        if (ids.has(first.name) === isInside) continue;
        const isState = member?.name.toLowerCase() === 'state';
        if (output === undefined && !isState)
          return `An expression reads all outputs of ${quoted(first.name)} as one.`;
        if (isState && !isInside) return `An expression outside reads the state of ${quoted(first.name)}.`;
        const last = output ?? member;
        if (last === undefined) continue;
        const piece = { start: reference.contextRange.start, end: endOf(written.source, last.range) };
        const read = { written, reference, piece, task: first.name, output: output?.name };
        (isInside ? reads : readBack).push(read);
      } else if (isInside || isShared) {
        if (reference.context === 'inputs' || reference.context === 'secrets') {
          if (first === undefined) return 'An expression reads a name that is known only at run time.';
          (reference.context === 'inputs' ? inputs : secrets).add(first.name);
        } else if (reference.context === 'workflow') return 'An expression reads the workflow’s name.';
      }
    }
  }
  const order = workflow.tasks.map(({ id }) => id.value);
  const needed = new Set(tasks.flatMap(({ needs }) => needs.map(({ value }) => value)));
  const needs = order.filter((id) => needed.has(id) && !ids.has(id));
  return { reads, readBack, inputs, secrets, needs };
}

/** Behind the bracket of `['name']`. */
function endOf(source: string, { start, end }: Range): number {
  return source[start - 1] === "'" ? source.indexOf(']', end) + 1 : end;
}
