import type { Located } from '../model/text.ts';
import type { Analysis } from './analyze.ts';
import type { NestedFile } from './nested/nestedFiles.ts';
import { nestedOf } from './nested/nestedOf.ts';
import { spellings } from './occurrences/spellings.ts';
import type { Occurrence, OccurrenceKind } from './occurrences.ts';
import { knownOutputs } from './outputs.ts';

/** What a name stands for. Places that mean the same have the same `key`. */
export interface Meaning {
  readonly kind: OccurrenceKind;
  /** The file that gives the name; absent for the one that was looked at. */
  readonly file: NestedFile | undefined;
  /** The id of the task whose it is: an output, a variable of its own, a name of its matrix. */
  readonly of: string | undefined;
  /** As it is given; as it is read where nothing gives it. */
  readonly name: string;
  readonly isGiven: boolean;
  readonly key: string;
}

/** Tells what the places of a file mean. Expressions find a name as it is written, or else whatever the letter case. */
export function meaningsIn(analysis: Analysis): (occurrence: Occurrence) => Meaning {
  const before = known.get(analysis);
  if (before !== undefined) return before;
  const made = makeMeanings(analysis);
  known.set(analysis, made);
  return made;
}

const known = new WeakMap<Analysis, (occurrence: Occurrence) => Meaning>();

function makeMeanings(analysis: Analysis): (occurrence: Occurrence) => Meaning {
  const { workflow, tasksById } = analysis;
  const inputs = spellings(workflow.inputs.map(nameOf));
  const shared = spellings(workflow.env.map(nameOf));
  const secrets = spellings(workflow.secrets.map(({ value }) => value));
  const results = spellings(workflow.outputs.map(nameOf));
  const pools = new Set(workflow.pools.map(nameOf));
  const outputsOf = remembered((id) => {
    const task = tasksById.get(id);
    return spellings(task === undefined ? [] : knownOutputs(analysis, task).outputs.map(({ name }) => name));
  });
  const ownEnv = remembered((id) => spellings(tasksById.get(id)?.env.map(nameOf) ?? []));
  const matrixOf = remembered((id) => {
    const { names, axes } = tasksById.get(id)?.matrix ?? {};
    return spellings(names ?? Object.keys(axes ?? {}));
  });

  return (occurrence) => {
    const { kind, name, task, of } = occurrence;
    const id = task?.id.value;
    switch (kind) {
      case 'task':
        return meaning(kind, undefined, tasksById.has(name) ? name : undefined, name);
      case 'pool':
        return meaning(kind, undefined, pools.has(name) ? name : undefined, name);
      case 'secret':
        return meaning(kind, undefined, secrets(name), name);
      case 'workflow-output':
        return meaning(kind, undefined, results(name), name);
      case 'input':
        return of === undefined ? meaning(kind, undefined, inputs(name), name) : givenInput(occurrence, of);
      case 'output':
        return output(occurrence, of ?? '');
      case 'matrix':
        return meaning(kind, id, id === undefined ? undefined : matrixOf(id)(name), name);
      case 'env': {
        const own = id === undefined ? undefined : ownEnv(id)(name);
        return own === undefined
          ? meaning(kind, undefined, shared(name), name)
          : meaning(kind, id, own, name);
      }
    }
  };

  /** An input of another workflow, as `with` names it: letter case counts there. */
  function givenInput({ name }: Occurrence, of: string): Meaning {
    const file = nestedOf(analysis, tasksById.get(of));
    const given = file?.analysis.workflow.inputs.find((input) => nameOf(input) === name);
    if (file === undefined) return meaning('input', of, undefined, name);
    return meaning('input', undefined, given && name, name, file);
  }

  function output({ name }: Occurrence, of: string): Meaning {
    const file = nestedOf(analysis, tasksById.get(of));
    if (file === undefined) return meaning('output', of, outputsOf(of)(name), name);
    const given = spellings(file.analysis.workflow.outputs.map(nameOf))(name);
    return meaning('workflow-output', undefined, given, name, file);
  }
}

function meaning(
  kind: OccurrenceKind,
  of: string | undefined,
  given: string | undefined,
  read: string,
  file?: NestedFile,
): Meaning {
  const name = given ?? read;
  const key = JSON.stringify([kind, file?.source.id, of, name]);
  return { kind, file, of, name, isGiven: given !== undefined, key };
}

function nameOf({ name }: { readonly name: Located<string> }): string {
  return name.value;
}

function remembered<T>(make: (id: string) => T): (id: string) => T {
  const made = new Map<string, T>();
  return (id) => {
    const before = made.get(id);
    if (before !== undefined) return before;
    const fresh = make(id);
    made.set(id, fresh);
    return fresh;
  };
}
