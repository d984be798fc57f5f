import { stageTitle } from '../model/stage.ts';
import type { TaskKind } from '../model/workflow.ts';
import { KIND_WORDS } from './icons.ts';
import { nodeWords } from './nodeWords.ts';
import type { Scene, SceneTask } from './scene.ts';
import { cyclicTasks } from './sceneEdges.ts';
import { sceneStages } from './sceneStages.ts';

/** A scene for a terminal: stage by stage, each task with what it needs, its parts below it. Ends with a line break. */
export function text(scene: Scene): string {
  const { stages, last, stuck } = sceneStages(scene);
  const cyclic = cyclicTasks(scene);
  const width = widest(scene.tasks);
  const rows = (tasks: readonly SceneTask[], indent = '  '): string[] =>
    tasks.flatMap((task) => [
      row(task, indent, width, cyclic.has(task.id)),
      ...rows(task.inside?.tasks ?? [], `${indent}  `),
    ]);
  const blocks = stages.map((tasks, stage) => [stageTitle(stage), ...rows(tasks)]);
  if (last.length > 0) blocks.push([stageTitle('finally'), ...rows(last)]);
  if (stuck.length > 0) blocks.push(['Can never start', ...rows(stuck)]);
  if (scene.cycles.length > 0) blocks.push(['Cycles', ...scene.cycles.map(cyclePath)]);
  return `${[[heading(scene, stages.length)], ...blocks].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function widest(tasks: readonly SceneTask[]): number {
  return tasks.reduce((width, task) => {
    const inside = task.inside === undefined ? 0 : 2 + widest(task.inside.tasks);
    return Math.max(width, nameOf(task).length, inside);
  }, 0);
}

function heading({ name, tasks }: Scene, stages: number): string {
  const count = tasks.length === 0 ? 'no tasks' : counted(tasks.length, 'task');
  return `${oneLine(name ?? 'Workflow')}: ${count}${stages === 0 ? '' : ` in ${counted(stages, 'stage')}`}`;
}

function row(task: SceneTask, indent: string, width: number, cyclic: boolean): string {
  const { attempt, detail, time } = nodeWords(task, cyclic);
  const needs =
    task.needs.length > 0 ? `needs ${task.needs.map((need) => shortNeed(need, task)).join(', ')}` : '';
  const more = task.inside === undefined && task.kind !== undefined ? (FOLDED[task.kind] ?? '') : '';
  const notes = [task.status?.state, attempt, time, needs, more, detail].filter(
    (note) => note !== undefined && note !== '',
  );
  const name = `${indent}${nameOf(task)}`;
  return `${name.padEnd(width + 2)}  ${oneLine(notes.join(' · '))}`.trimEnd();
}

/** What a line of text has no icon for. */
const FOLDED: Readonly<Partial<Record<TaskKind, string>>> = {
  workflow: KIND_WORDS.workflow,
  approval: KIND_WORDS.approval,
};

/** What a part needs is beside it, and called there as it is. */
function shortNeed(need: string, { id, name = id }: SceneTask): string {
  return need.slice(id.length - name.length);
}

function nameOf({ id, name = id }: SceneTask): string {
  return oneLine(name);
}

function cyclePath(cycle: readonly string[]): string {
  return `  ${oneLine([...cycle, cycle[0]].join(' → '))}`;
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/** What an author wrote may hold line breaks, and escapes that a terminal would obey. */
function oneLine(words: string): string {
  return words.replace(/[\s\p{Cc}]+/gu, ' ');
}
