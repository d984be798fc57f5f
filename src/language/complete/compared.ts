import type { JsonValue } from '../../model/json.ts';
import type { Task } from '../../model/workflow.ts';
import type { Analysis } from '../analyze.ts';
import { knownOutputs } from '../outputs.ts';
import type { PastRuns } from '../pastRuns.ts';
import type { ValueSchema } from '../schema.ts';

/** How a task can have ended when another reads its state. */
const STATES: readonly ValueSchema[] = [
  { name: 'completed', documentation: 'It did what it is for.' },
  {
    name: 'failed',
    documentation: 'Its last attempt failed, a person rejected, or one of its parts failed.',
  },
  { name: 'skipped', documentation: 'A need didn’t complete, or its `if` was false.' },
  { name: 'cancelled', documentation: 'The run was stopped before the task came to its end.' },
];

const ANSWERS: readonly ValueSchema[] = [
  { name: 'approve', documentation: 'Somebody approved.' },
  { name: 'reject', documentation: 'Somebody rejected.' },
];

/** What something that is read can be, as far as that is a matter of a few texts, or of true and false. */
export interface ComparedValues {
  readonly texts: readonly ValueSchema[];
  readonly words: readonly string[];
}

const NONE: ComparedValues = { texts: [], words: [] };

/** What a path of an expression can be compared with. */
export function comparedValues(
  analysis: Analysis,
  task: Task | undefined,
  [context, name, member, key]: readonly (string | undefined)[],
  pastRuns: PastRuns,
): ComparedValues {
  if (name === undefined) return NONE;
  switch (context?.toLowerCase()) {
    case 'inputs': {
      const input = analysis.workflow.inputs.find((each) => same(each.name.value, name));
      if (input?.definition.type === 'boolean') return { texts: [], words: ['true', 'false'] };
      return { ...NONE, texts: plain(input?.definition.options ?? []) };
    }
    case 'matrix':
      return valuesOf(axisOf(task, name));
    case 'tasks': {
      const read = analysis.tasksById.get(name);
      if (member?.toLowerCase() === 'state') return { ...NONE, texts: STATES };
      if (read === undefined || member?.toLowerCase() !== 'outputs' || key === undefined) return NONE;
      if (read.work?.kind === 'approval') return key === 'answer' ? { ...NONE, texts: ANSWERS } : NONE;
      const output = knownOutputs(analysis, read, pastRuns).outputs.find((each) => same(each.name, key));
      if (output?.type === 'boolean') return { texts: [], words: ['true', 'false'] };
      const typed = membersOf(output?.type ?? '');
      return typed.length > 0 ? { ...NONE, texts: plain(typed) } : valuesOf(output?.last ?? null);
    }
    default:
      return NONE;
  }
}

function axisOf(task: Task | undefined, name: string): JsonValue {
  const axes = Object.entries(task?.matrix?.axes ?? {});
  return axes.find(([axis]) => same(axis, name))?.[1] ?? null;
}

/** Texts and numbers of a list, or one alone. */
function valuesOf(value: JsonValue): ComparedValues {
  const values: readonly JsonValue[] = Array.isArray(value) ? value : [value];
  const texts = values.filter(
    (each) => typeof each === 'string' && each.length < 60 && !each.includes('${{'),
  );
  const words = values.filter((each) => typeof each === 'number' || typeof each === 'boolean');
  return { texts: plain([...new Set(texts.map(String))]), words: [...new Set(words.map(String))] };
}

/** Of a type of TypeScript, `'a' | "b"`, the texts. */
function membersOf(type: string): readonly string[] {
  return [...type.matchAll(/(?<=^|\|\s*)(?:'([^'\\]*)'|"([^"\\]*)")/g)].map(
    ([, single, double]) => single ?? double ?? '',
  );
}

function plain(names: readonly string[]): readonly ValueSchema[] {
  return names.map((name) => ({ name, documentation: '' }));
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
