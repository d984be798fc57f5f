import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { extension } from './flowApi.ts';

/** Runs the built command line in a folder, as a person does in a terminal beside the editor. */
export function flow(folder: string, ...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [join(extension().extensionPath, 'dist', 'cli.js'), ...args], {
    cwd: folder,
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: 'ignore',
  });
}
