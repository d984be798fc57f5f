import type { Direction } from './geometry.ts';
import type { Scene, SceneTask } from './scene.ts';
import { allEdges, cyclicTasks } from './sceneEdges.ts';

/** A scene in the DOT language of Graphviz. Ends with a line break. */
export function dot(scene: Scene, direction: Direction = 'right'): string {
  const cyclic = cyclicTasks(scene);
  const lines = [
    `digraph ${quoted(scene.name ?? 'workflow')} {`,
    `  rankdir=${direction === 'right' ? 'LR' : 'TB'};`,
    '  node [shape=box, style=rounded, fontname="sans-serif"];',
    ...tasksLines(scene.tasks, '', cyclic),
    ...allEdges(scene).map((edge) => {
      const look = edge.cyclic ? ([...RED, ['style', 'dashed']] as const) : [];
      return `  ${quoted(edge.from)} -> ${quoted(edge.to)}${attributes(look)};`;
    }),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

const RED = [['color', '#c72e0f']] as const;

/** Those of `finally` in a box of their own. `scope` is the task that they are inside of. */
function tasksLines(
  tasks: readonly SceneTask[],
  scope: string,
  cyclic: ReadonlySet<string>,
): readonly string[] {
  const linesOf = (isLast: boolean): readonly string[] =>
    tasks.filter((task) => (task.finally === true) === isLast).flatMap((task) => taskLines(task, cyclic));
  const last = linesOf(true);
  return [...linesOf(false), ...(last.length === 0 ? [] : cluster(`${scope} finally`, 'finally', last))];
}

/** A task that turned into others is a box around them, and a node in it that the edges lead to. */
function taskLines(task: SceneTask, cyclic: ReadonlySet<string>): readonly string[] {
  const { id, name = id, description, inside, times } = task;
  const label = times === undefined || inside !== undefined ? name : `${name} ×${times}`;
  const look = [
    ...(label === id ? [] : ([['label', label]] as const)),
    ...(task.kind === 'workflow' && inside === undefined ? ([['peripheries', '2']] as const) : []),
    ...(description === undefined ? [] : ([['tooltip', description]] as const)),
    ...(cyclic.has(id) ? RED : []),
  ];
  const node = `  ${quoted(id)}${attributes(look)};`;
  return inside === undefined ? [node] : cluster(id, '', [node, ...tasksLines(inside.tasks, id, cyclic)]);
}

function cluster(id: string, label: string, lines: readonly string[]): readonly string[] {
  const look = [`label=${quoted(label)};`, 'style="rounded,dashed";', 'fontname="sans-serif";'];
  return [
    `  subgraph ${quoted(`cluster ${id}`)} {`,
    ...look.map((line) => `    ${line}`),
    ...lines.map((line) => `  ${line}`),
    '  }',
  ];
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
