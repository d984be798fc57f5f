/**
 * Whether an editor that can hold the language in its own process, as VS Code can, would do better with `flow lsp`:
 * from the start to the first diagnostics, from a letter to its diagnostics, and a completion. Both are bundled and
 * minified as they are shipped, work on the same file, and take turns, so that other work on the machine counts for
 * both.
 *
 *     node bench/lsp.ts
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { buildOptions } from '../scripts/build/buildOptions.mjs';
import { bigWorkflow } from './bigWorkflow.ts';
import { inProcess } from './lsp/inProcess.ts';
import { overStdio } from './lsp/overStdio.ts';
import type { Side } from './lsp/side.ts';

const SIZES = [100, 1000, 10_000];
const STARTS = 5;
const LETTERS = 30;

const folder = mkdtempSync(join(tmpdir(), 'flow-bench-'));
const path = join(folder, 'big.flow.yaml');
const cli = join(folder, 'cli.js');
const cold = join(folder, 'cold.js');
const options = buildOptions('cli', true);
await build({ ...options, outdir: folder });
await build({ ...buildOptions('lsp', true), outdir: folder });
await build({ ...options, entryPoints: { cold: 'bench/lsp/cold.ts' }, outdir: folder });
writeFileSync(join(folder, 'package.json'), '{"type":"module"}');

const rows = [];
for (const tasks of SIZES) {
  const text = bigWorkflow(tasks);
  writeFileSync(path, text);
  const starts: [number[], number[]] = [[], []];
  for (let i = 0; i < STARTS; i++) {
    starts[0].push(Number(execFileSync(process.execPath, [cold, path], { encoding: 'utf8' })));
    starts[1].push(await timeOf(() => started(text)));
  }
  rows.push(row(tasks, 'start to first diagnostics', starts));
  const sides: [Side, Side] = [inProcess(path), overStdio(cli, path)];
  for (const side of sides) await side.open(text);
  const letters: [number[], number[]] = [[], []];
  const completions: [number[], number[]] = [[], []];
  const at = text.indexOf(`[task_${tasks >> 1}`) + `[task_${tasks >> 1}`.length;
  for (let i = 0; i < LETTERS; i++) {
    const counts: number[] = [];
    for (const [n, side] of sides.entries()) {
      letters[n]?.push(await timeOf(() => side.type(at + i, '1')));
      completions[n]?.push(await timeOf(async () => counts.push(await side.complete(at + i + 1))));
    }
    if (counts[0] !== counts[1]) throw new Error(`The two don't offer the same: ${counts}.`);
  }
  rows.push(row(tasks, 'letter to diagnostics', letters), row(tasks, 'completion', completions));
  for (const side of sides) await side.close();
}
console.table(rows);
rmSync(folder, { recursive: true });

/** A whole life of a server up to its first diagnostics. */
async function started(text: string): Promise<void> {
  const server = overStdio(cli, path);
  await server.open(text);
  void server.close();
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function row(tasks: number, what: string, [own, served]: [readonly number[], readonly number[]]): object {
  return {
    tasks,
    'median, ms': what,
    'in the process': median(own).toFixed(1),
    'flow lsp': median(served).toFixed(1),
    'times as long': (median(served) / median(own)).toFixed(2),
  };
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
