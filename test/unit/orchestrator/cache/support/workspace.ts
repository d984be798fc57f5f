import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CacheRequest } from '../../../../../src/orchestrator/cache/request.ts';

/** Folders of files, each of its own. */
const folders: string[] = [];

export function makeFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'flow-cache-'));
  folders.push(folder);
  writeFiles(folder, files);
  return folder;
}

/** For `after`. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** All below a folder but for `.flow`: contents as hex with the mode, links by where they point, folders by their names alone. */
export function snapshot(folder: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (path.startsWith('.flow')) continue;
    const stats = lstatSync(join(folder, path));
    if (stats.isSymbolicLink()) found[path] = `→ ${readlinkSync(join(folder, path))}`;
    else if (stats.isDirectory()) found[path] = 'folder';
    else
      found[path] = `${(stats.mode & 0o777).toString(8)} ${readFileSync(join(folder, path)).toString('hex')}`;
  }
  return found;
}

export function makeExecutable(path: string): void {
  chmodSync(path, 0o755);
}

/** A request of a script that reads nothing but what the test says; expressions are looked up in `values`. */
export function requestIn(
  folder: string,
  {
    inputs = [],
    outputs = [],
    script = 'true',
    values = {},
    ...rest
  }: Partial<CacheRequest> & {
    readonly inputs?: readonly string[];
    readonly outputs?: readonly string[];
    readonly script?: string;
    readonly values?: Readonly<Record<string, string | number>>;
  } = {},
): CacheRequest {
  const read = (expression: string): string | number => values[expression.trim()] ?? '';
  return {
    workflow: { file: 'test.flow.yaml', folder },
    task: 'task',
    folder,
    work: { kind: 'run', script },
    cache: { inputs, outputs, env: [] },
    env: {},
    inherited: {},
    needs: {},
    matrix: {},
    secrets: [],
    evaluate: read,
    evaluateText: (text) => text.replaceAll(/\$\{\{(.*?)\}\}/g, (_, expression) => String(read(expression))),
    evaluateDeep: (value) => value,
    ...rest,
  };
}
