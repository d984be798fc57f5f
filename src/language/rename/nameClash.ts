import type { Located } from '../../model/text.ts';
import type { Analysis } from '../analyze.ts';
import { quoted } from '../blame.ts';
import { type Meaning, meaningsIn } from '../meaning.ts';
import { scriptVariables } from '../occurrences/scriptVariables.ts';
import { occurrences } from '../occurrences.ts';
import { knownOutputs } from '../outputs.ts';

/**
 * What already has a name that something is to get: letter case aside, since neither expressions nor every file system
 * tell such names apart. `home` is the file that gives it.
 */
export function nameClash(home: Analysis, meaning: Meaning, name: string): string | undefined {
  const folded = name.toLowerCase();
  // Another letter case of its own name is no clash.
  const other = namesBeside(home, meaning).find(
    (each) => each.toLowerCase() === folded && each !== meaning.name,
  );
  if (other !== undefined) {
    return other === name
      ? `There is ${WORDS[meaning.kind]} ${quoted(name)} already. Take another name.`
      : `There is ${WORDS[meaning.kind]} ${quoted(other)} already, which differs from ${quoted(name)} in letter case alone. Take another name.`;
  }
  if (meaning.kind !== 'env') return undefined;
  return capture(home, meaning, folded) ?? inScripts(home, meaning, name);
}

const WORDS: Readonly<Record<Meaning['kind'], string>> = {
  task: 'a task',
  input: 'an input',
  output: 'an output',
  'workflow-output': 'an output',
  env: 'a variable',
  pool: 'a pool',
  secret: 'a secret',
  matrix: 'a name of the matrix',
};

function namesBeside(home: Analysis, meaning: Meaning): readonly string[] {
  const { workflow, tasksById } = home;
  const { kind, of } = meaning;
  const task = tasksById.get(of ?? '');
  switch (kind) {
    case 'task':
      return workflow.tasks.map(({ id }) => id.value);
    case 'input':
      return namesOf(workflow.inputs);
    case 'pool':
      return namesOf(workflow.pools);
    case 'secret':
      return workflow.secrets.map(({ value }) => value);
    case 'workflow-output':
      return namesOf(workflow.outputs);
    case 'output':
      return [
        ...(task === undefined ? [] : knownOutputs(home, task).outputs.map(({ name }) => name)),
        ...readBeside(home, meaning),
      ];
    case 'env':
      return namesOf(task?.env ?? workflow.env);
    case 'matrix':
      return [...Object.keys(task?.matrix?.axes ?? {}), ...readBeside(home, meaning)];
  }
}

/** What of this sort is given or read elsewhere in the task: it may come into being where nothing here tells. */
function readBeside(home: Analysis, { kind, of, key }: Meaning): readonly string[] {
  const meaningOf = meaningsIn(home);
  return occurrences(home)
    .filter((each) => each.kind === kind)
    .map(meaningOf)
    .filter((other) => other.of === of && other.key !== key)
    .map(({ name }) => name);
}

/** A variable of a task goes before the workflow's: with its new name, one would be read in the place of the other. */
function capture(home: Analysis, { key, of }: Meaning, folded: string): string | undefined {
  const meaningOf = meaningsIn(home);
  for (const each of occurrences(home)) {
    if (each.kind !== 'env' || each.task === undefined) continue;
    const id = each.task.id.value;
    const other = meaningOf(each);
    const shadows = each.task.env.find(({ name }) => name.value.toLowerCase() === folded);
    if (of === undefined && other.key === key && shadows !== undefined) {
      return `${quoted(id)} reads this variable, and has a variable ${quoted(shadows.name.value)} of its own. Take another name.`;
    }
    const isHidden = other.of === undefined && id === of && other.name.toLowerCase() === folded;
    if (isHidden && other.isGiven) {
      return `${quoted(id)} reads the workflow's variable ${quoted(other.name)}, which this one would hide. Take another name.`;
    }
  }
  return undefined;
}

/** A script that has a variable of its own by this name would read, or set, the one of the workflow. */
function inScripts({ workflow }: Analysis, { of }: Meaning, name: string): string | undefined {
  for (const { id, work, env } of workflow.tasks) {
    if (work?.kind !== 'run' || (of !== undefined && id.value !== of)) continue;
    // The task's own goes before both.
    if (env.some((entry) => entry.name.value === name)) continue;
    for (const { value } of scriptVariables(work)) {
      if (value === name)
        return `The script of ${quoted(id.value)} uses ${quoted(name)} already. Take another name.`;
    }
  }
  return undefined;
}

function namesOf(entries: readonly { readonly name: Located<string> }[]): readonly string[] {
  return entries.map(({ name }) => name.value);
}
