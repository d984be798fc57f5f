import type { Direction } from './geometry.ts';
import type { Scene } from './scene.ts';
import { cyclicTasks, sceneEdges } from './sceneEdges.ts';

/** A scene as a Mermaid flowchart, as GitHub and many editors draw it. Ends with a line break. */
export function mermaid(scene: Scene, direction: Direction = 'right'): string {
  const names = safeNames(scene);
  const nameOf = (id: string): string => names.get(id) ?? '';
  const edges = sceneEdges(scene);
  const cyclic = [...cyclicTasks(scene)].map(nameOf);
  const red = edges.flatMap((edge, i) => (edge.cyclic ? [i] : []));
  const lines = [
    ...(scene.name === undefined ? [] : ['---', `title: ${JSON.stringify(scene.name)}`, '---']),
    `flowchart ${direction === 'right' ? 'LR' : 'TD'}`,
    ...scene.tasks.map((task) => `  ${nameOf(task.id)}["${escaped(task.id)}"]`),
    ...edges.map(({ from, to, cyclic: red }) => `  ${nameOf(from)} ${red ? '-.->' : '-->'} ${nameOf(to)}`),
    ...(cyclic.length > 0 ? [`  classDef cyclic stroke:#c72e0f`, `  class ${cyclic.join(',')} cyclic`] : []),
    ...(red.length > 0 ? [`  linkStyle ${red.join(',')} stroke:#c72e0f`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** Ids that Mermaid takes: the tasks' own where it does, so that drawings stay readable and change little. */
function safeNames(scene: Scene): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id } of scene.tasks) {
    let name = id.replace(/[^A-Za-z0-9]/g, '_');
    if (!/^[A-Za-z]/.test(name) || RESERVED.has(name.toLowerCase())) name = `_${name}`;
    while (taken.has(name)) name += '_';
    taken.add(name);
    names.set(id, name);
  }
  return names;
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
