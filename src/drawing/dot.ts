import type { Direction } from './geometry.ts';
import type { Scene } from './scene.ts';
import { cyclicTasks, sceneEdges } from './sceneEdges.ts';

/** A scene in the DOT language of Graphviz. Ends with a line break. */
export function dot(scene: Scene, direction: Direction = 'right'): string {
  const cyclic = cyclicTasks(scene);
  const red = [['color', '#c72e0f']] as const;
  const lines = [
    `digraph ${quoted(scene.name ?? 'workflow')} {`,
    `  rankdir=${direction === 'right' ? 'LR' : 'TB'};`,
    '  node [shape=box, style=rounded, fontname="sans-serif"];',
    ...scene.tasks.map(({ id, description }) => {
      const tooltip = description === undefined ? [] : ([['tooltip', description]] as const);
      return `  ${quoted(id)}${attributes([...tooltip, ...(cyclic.has(id) ? red : [])])};`;
    }),
    ...sceneEdges(scene).map((edge) => {
      const look = edge.cyclic ? ([...red, ['style', 'dashed']] as const) : [];
      return `  ${quoted(edge.from)} -> ${quoted(edge.to)}${attributes(look)};`;
    }),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

function attributes(pairs: readonly (readonly [name: string, value: string])[]): string {
  if (pairs.length === 0) return '';
  return ` [${pairs.map(([name, value]) => `${name}=${quoted(value)}`).join(', ')}]`;
}

/**
 * A quoted string that Graphviz shows as it is. In labels and tooltips a backslash begins an escape, so it is doubled;
 * `&` begins an HTML entity.
 */
function quoted(text: string): string {
  const shown = text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/&/g, '&amp;');
  return `"${shown.replace(/\r\n?|\n/g, '\\n').replaceAll('\0', '\u{fffd}')}"`;
}
