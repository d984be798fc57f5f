/**
 * How long it is from a letter that is typed until VS Code is told what is wrong: in a real extension host, in files
 * of 1,000 and 10,000 tasks (2 MB).
 *
 *     node bench/keystrokeInEditor.ts
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { ensureBuild } from '../scripts/build/ensureBuild.mjs';
import { inRoot, root } from '../scripts/setup/root.mjs';
import { ensureVscodeHost } from '../scripts/setup/vscodeHost.mjs';
import { temporaryFolder } from '../test/host/temporaryFolder.ts';
import type { Typing } from './editor/typing.ts';

await ensureBuild(['extension', 'webview', 'editorBench'], { production: true });
const host = await ensureVscodeHost();
const [workspace, profile, results] = ['workspace', 'profile', 'results'].map(
  (name) => temporaryFolder(name).path,
);
if (workspace === undefined || profile === undefined || results === undefined) throw new Error('No folder.');
const file = join(results, 'typing.json');
await runTests({
  vscodeExecutablePath: host.executable,
  extensionDevelopmentPath: root,
  extensionTestsPath: inRoot('dist', 'bench', 'editor.cjs'),
  launchArgs: [...host.args, workspace, `--user-data-dir=${profile}`, '--disable-extensions'],
  extensionTestsEnv: { FLOW_BENCH_RESULTS: file },
});
const all = JSON.parse(readFileSync(file, 'utf8')) as readonly Typing[];
console.table(
  all.map(({ tasks, published, longestTask }) => {
    const sorted = [...published].sort((a, b) => a - b);
    const at = (share: number): string =>
      (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN).toFixed(1);
    return {
      tasks,
      'median, ms': at(0.5),
      'of ten the slowest, ms': at(0.9),
      'the longest that the host was busy, ms': longestTask.toFixed(0),
    };
  }),
);
