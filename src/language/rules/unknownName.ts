import type { ExpressionFault } from '../../expression/fault.ts';
import { CONTEXTS, FUNCTIONS, MEMBERS, STATUS_FUNCTIONS } from '../../expression/names.ts';
import type { ReferenceName } from '../../expression/references.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { blame, quoted } from '../blame.ts';
import type { NameFacts, NameRule } from '../facts.ts';
import { type KnownNames, type Names, namesOf } from '../knownNames.ts';
import { didYouMean, type Suggest } from '../suggest.ts';
import { placeOf, type WrittenExpression } from '../writtenExpressions.ts';
import { unknownMember } from './unknownMember.ts';

/** Names in expressions that nothing has. */
export const unknownName: NameRule = function* ({ known, expressions, suggest }: NameFacts) {
  for (const written of expressions) {
    if (written.fault?.unknown !== undefined) yield unknownWord(known, suggest, written, written.fault);
    for (const reference of written.references) {
      const context = readable(known, written, reference.context);
      const [name] = reference.path;
      if (name === undefined || context === undefined) continue;
      if (!context.names.has(name.name)) yield blameName(suggest, written, name, context);
      else if (reference.context === 'tasks') {
        yield* unknownMember(suggest, written, { reference, kind: known.kindOf(name.name) });
      }
    }
  }
};

interface Readable {
  readonly what: string;
  readonly names: Names;
  readonly wayOut: string;
  readonly severity?: Diagnostic['severity'];
}

const RUN: Readable = {
  what: 'member of run',
  names: namesOf(MEMBERS.run),
  wayOut: ` There is ${MEMBERS.run.join(', ')}.`,
};
const WORKFLOW: Readable = {
  what: 'member of workflow',
  names: namesOf(MEMBERS.workflow),
  wayOut: ` There is ${MEMBERS.workflow.join(', ')}.`,
};

function readable(known: KnownNames, written: WrittenExpression, context: string): Readable | undefined {
  switch (context) {
    case 'tasks':
      return { what: 'task', names: known.tasks, wayOut: ' Add it, or read another.' };
    case 'inputs':
      return { what: 'input', names: known.inputs, wayOut: ' Add it to "inputs".' };
    case 'secrets':
      return { what: 'secret', names: known.secrets, wayOut: ' Add it to the workflow\'s "secrets".' };
    case 'matrix':
      // A matrix that reads itself is a fault of its own.
      return written.key === 'matrix' ? undefined : ofMatrix(known, written);
    case 'env': {
      const wayOut =
        written.key === 'outputs'
          ? ' What a run leaves reads no variables. Read a task or an input.'
          : ' It reads as nothing here: only what "env" declares is known.';
      return { what: 'variable', names: known.env(written.task, written.key), wayOut, severity: 'warning' };
    }
    case 'run':
      return RUN;
    case 'workflow':
      return WORKFLOW;
    default:
      return undefined;
  }
}

function ofMatrix(known: KnownNames, { task }: WrittenExpression): Readable | undefined {
  const names = known.matrix(task);
  if (names === undefined) return undefined;
  const wayOut =
    task === undefined
      ? ' Only a task that has a matrix reads one.'
      : task.matrix === undefined
        ? ` The task ${quoted(task.id.value)} has no matrix.`
        : ` There is ${names.list.join(', ')}.`;
  return { what: 'matrix value', names, wayOut };
}

function blameName(
  suggest: Suggest,
  written: WrittenExpression,
  name: ReferenceName,
  context: Readable,
): Diagnostic {
  const replacement = suggest(name.name, context.names.list);
  const wayOut = didYouMean(replacement) || context.wayOut;
  const message = `There is no ${context.what} ${quoted(name.name)}.${wayOut}`;
  return blame('unknown-name', placeOf(written, name.range), message, {
    severity: context.severity ?? 'error',
    replacement,
  });
}

/** A function that isn't there, or a name that is no context; most likely the name of a task or an input. */
function unknownWord(
  known: KnownNames,
  suggest: Suggest,
  written: WrittenExpression,
  fault: ExpressionFault,
): Diagnostic {
  const { kind, name } = fault.unknown ?? { kind: 'context', name: '' };
  const functions = [...FUNCTIONS, ...STATUS_FUNCTIONS].map((each) => each.name);
  const replacement =
    kind === 'function'
      ? suggest(name, functions)
      : (inContext(known, written, name) ?? suggest(name, Object.keys(CONTEXTS)));
  const message =
    replacement === undefined ? fault.message : `There is no ${quoted(name)}.${didYouMean(replacement)}`;
  return blame('unknown-name', placeOf(written, fault.range), message, { replacement });
}

function inContext(known: KnownNames, { task, key }: WrittenExpression, name: string): string | undefined {
  if (known.tasks.has(name)) return `tasks.${name}`;
  if (known.inputs.has(name)) return `inputs.${name}`;
  if (known.secrets.has(name)) return `secrets.${name}`;
  if (known.matrix(task)?.has(name)) return `matrix.${name}`;
  return known.env(task, key).has(name) ? `env.${name}` : undefined;
}
