import type { ExpressionFault } from '../../expression/fault.ts';
import { CONTEXTS, FUNCTIONS, MEMBERS, STATUS_FUNCTIONS } from '../../expression/names.ts';
import type { Reference, ReferenceName } from '../../expression/references.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { blame, quoted } from '../blame.ts';
import { envNames } from '../envNames.ts';
import type { Facts, Rule } from '../facts.ts';
import { didYouMean } from '../suggest.ts';
import { placeOf, type WrittenExpression } from '../writtenExpressions.ts';

/** Names in expressions that nothing has. */
export const unknownName: Rule = function* (facts) {
  const inputs = facts.workflow.inputs.map(({ name }) => name.value);
  const tasks = facts.workflow.tasks.map(({ id }) => id.value);
  for (const written of facts.expressions) {
    if (written.fault?.unknown !== undefined) yield unknownWord(facts, written, written.fault);
    for (const reference of written.references) {
      const known = knownNames(facts, written, reference.context, { inputs, tasks });
      const [name] = reference.path;
      if (name === undefined || known === undefined) continue;
      if (!has(known.names, name.name, known.exact)) yield blameName(facts, written, name, known);
      else if (reference.context === 'tasks') yield* unknownMember(facts, written, reference);
    }
  }
};

interface Known {
  readonly what: string;
  readonly names: readonly string[];
  readonly wayOut: string;
  /** Letter case tells tasks apart. */
  readonly exact?: boolean;
  readonly severity?: Diagnostic['severity'];
}

function knownNames(
  { workflow }: Facts,
  written: WrittenExpression,
  context: string,
  names: { readonly inputs: readonly string[]; readonly tasks: readonly string[] },
): Known | undefined {
  switch (context) {
    case 'tasks':
      return { what: 'task', names: names.tasks, wayOut: ' Add it, or read another.', exact: true };
    case 'inputs':
      return { what: 'input', names: names.inputs, wayOut: ' Add it to "inputs".' };
    case 'env': {
      const wayOut = ' It reads as nothing here: only what "env" declares is known.';
      return { what: 'variable', names: envNames(workflow, written), wayOut, severity: 'warning' };
    }
    case 'run':
    case 'workflow': {
      const members = MEMBERS[context];
      return { what: `member of ${context}`, names: members, wayOut: ` There is ${members.join(', ')}.` };
    }
    default:
      return undefined;
  }
}

function blameName(facts: Facts, written: WrittenExpression, name: ReferenceName, known: Known): Diagnostic {
  const replacement = facts.suggest(name.name, known.names);
  const wayOut = didYouMean(replacement) || known.wayOut;
  const message = `There is no ${known.what} ${quoted(name.name)}.${wayOut}`;
  return blame('unknown-name', placeOf(written, name.range), message, {
    severity: known.severity ?? 'error',
    replacement,
  });
}

/** Behind a task stands `outputs` or `state`. */
function* unknownMember(facts: Facts, written: WrittenExpression, { path }: Reference): Iterable<Diagnostic> {
  const member = path[1];
  if (member === undefined || has(MEMBERS.task, member.name)) return;
  const replacement = facts.suggest(member.name, MEMBERS.task) ?? `outputs.${member.name}`;
  const message = `A task has "outputs" and "state".${didYouMean(replacement)}`;
  yield blame('unknown-name', placeOf(written, member.range), message, { replacement });
}

/** A function that isn't there, or a name that is no context; most likely the name of a task or an input. */
function unknownWord(facts: Facts, written: WrittenExpression, fault: ExpressionFault): Diagnostic {
  const { kind, name } = fault.unknown ?? { kind: 'context', name: '' };
  const functions = [...FUNCTIONS, ...STATUS_FUNCTIONS].map((each) => each.name);
  const replacement =
    kind === 'function'
      ? facts.suggest(name, functions)
      : (inContext(facts, written, name) ?? facts.suggest(name, Object.keys(CONTEXTS)));
  const message =
    replacement === undefined ? fault.message : `There is no ${quoted(name)}.${didYouMean(replacement)}`;
  return blame('unknown-name', placeOf(written, fault.range), message, { replacement });
}

function inContext(
  { workflow, tasksById }: Facts,
  written: WrittenExpression,
  name: string,
): string | undefined {
  if (tasksById.has(name)) return `tasks.${name}`;
  if (workflow.inputs.some((input) => input.name.value === name)) return `inputs.${name}`;
  return envNames(workflow, written).includes(name) ? `env.${name}` : undefined;
}

function has(names: readonly string[], name: string, exact = false): boolean {
  if (names.includes(name)) return true;
  return !exact && names.some((each) => each.toLowerCase() === name.toLowerCase());
}
