import type { SceneTask } from '../drawing/scene.ts';

/**
 * What VS Code is told of a node, as JSON: the section that the extension contributes a menu for, what that menu's
 * entries depend on, and what their commands are about.
 */
export function menuContext(
  { id: task, name, status }: SceneTask,
  uri: string | undefined,
  run: string | undefined,
): string {
  return JSON.stringify({
    webviewSection: 'task',
    preventDefaultContextMenuItems: true,
    /** A part of another task, which can't be run by itself. */
    flowPart: name !== undefined,
    flowWaiting: status?.state === 'waiting',
    uri,
    task,
    ...(run !== undefined && status !== undefined && { run }),
  });
}
