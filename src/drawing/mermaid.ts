import type { Direction } from './geometry.ts';
import { allTasks, type Scene, type SceneTask } from './scene.ts';
import { allEdges, cyclicTasks } from './sceneEdges.ts';

/** A scene as a Mermaid flowchart, as GitHub and many editors draw it. Ends with a line break. */
export function mermaid(scene: Scene, direction: Direction = 'right'): string {
  const names = safeNames(scene);
  const nameOf = (id: string): string => names.get(id) ?? '';
  const edges = allEdges(scene);
  const cyclic = [...cyclicTasks(scene)].map(nameOf);
  const red = edges.flatMap((edge, i) => (edge.cyclic ? [i] : []));
  const lines = [
    ...(scene.name === undefined ? [] : ['---', `title: ${JSON.stringify(scene.name)}`, '---']),
    `flowchart ${direction === 'right' ? 'LR' : 'TD'}`,
    ...tasksLines(scene.tasks, '', names),
    ...edges.map(({ from, to, cyclic: red }) => `  ${nameOf(from)} ${red ? '-.->' : '-->'} ${nameOf(to)}`),
    ...(cyclic.length > 0 ? [`  classDef cyclic stroke:#c72e0f`, `  class ${cyclic.join(',')} cyclic`] : []),
    ...(red.length > 0 ? [`  linkStyle ${red.join(',')} stroke:#c72e0f`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** Those of `finally` in a box of their own, as is what a task turned into. `scope` is the task that they are inside of. */
function tasksLines(
  tasks: readonly SceneTask[],
  scope: string,
  names: ReadonlyMap<string, string>,
): readonly string[] {
  const [first, last] = [false, true].map((isLast) =>
    tasks
      .filter((task) => (task.finally === true) === isLast)
      .flatMap((task) => taskLines(task, names))
      .map((line) => `  ${line}`),
  );
  if (last === undefined || last.length === 0) return first ?? [];
  const box = `  subgraph ${names.get(finallyOf(scope)) ?? ''}["finally"]`;
  return [...(first ?? []), box, ...last.map((line) => `  ${line}`), '  end'];
}

function taskLines(task: SceneTask, names: ReadonlyMap<string, string>): readonly string[] {
  const { id, name = id, inside, times, kind } = task;
  const node = names.get(id) ?? '';
  const label = `"${escaped(name)}${times === undefined || inside !== undefined ? '' : ` ×${times}`}"`;
  if (inside !== undefined)
    return [`subgraph ${node}[${label}]`, ...tasksLines(inside.tasks, id, names), 'end'];
  if (kind === 'workflow') return [`${node}[[${label}]]`];
  return [kind === 'approval' ? `${node}{{${label}}}` : `${node}[${label}]`];
}

/** Ids that Mermaid takes: the tasks' own where it does, so that drawings stay readable and change little. */
function safeNames(scene: Scene): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const tasks = allTasks(scene);
  const boxes = ['', ...tasks.flatMap(({ id, inside }) => (inside === undefined ? [] : id))].map(finallyOf);
  for (const id of [...tasks.map((task) => task.id), ...boxes]) {
    let name = id.replace(/[^A-Za-z0-9]/g, '_');
    if (!/^[A-Za-z]/.test(name) || RESERVED.has(name.toLowerCase())) name = `_${name}`;
    while (taken.has(name)) name += '_';
    taken.add(name);
    names.set(id, name);
  }
  return names;
}

/** No task's id has a line break in it. */
function finallyOf(scope: string): string {
  return scope === '' ? 'finally\n' : `${scope}\nfinally`;
}

/** Words that Mermaid takes for its own where a name stands. */
const RESERVED: ReadonlySet<string> = new Set([
  'call',
  'class',
  'classdef',
  'click',
  'default',
  'direction',
  'end',
  'flowchart',
  'graph',
  'href',
  'interpolate',
  'linkstyle',
  'style',
  'subgraph',
]);

/** Text in a quoted label, by Mermaid's own `#…;` codes. A label can't be empty. */
function escaped(text: string): string {
  if (text === '') return ' ';
  return text.replace(/[^A-Za-z0-9_\- ]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 128 ? `#${code};` : character;
  });
}
