/**
 * What a task that writes a GiB as fast as it can costs the process that drives it: its memory, how long its event
 * loop stood still at most, what came to be on disk, and what the views were told.
 *
 *     node bench/flood.ts
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { orchestrate } from '../src/orchestrator/orchestrate.ts';
import { attemptFolder } from '../src/orchestrator/runFolder.ts';
import { planOf } from '../test/unit/orchestrator/support/plans.ts';

const MIB = 1024 * 1024;
const SCRIPTS = {
  'long lines': "head -c 1G /dev/zero | tr '\\0' x | fold -w 1000",
  'short lines': 'yes | head -c 1G',
  'no line breaks': "head -c 1G /dev/zero | tr '\\0' x",
  'read by nobody': 'yes | head -c 1G > /dev/null',
};

const rows = [];
for (const [name, script] of Object.entries(SCRIPTS)) rows.push({ task: name, ...(await flood(script)) });
console.table(rows);

async function flood(script: string): Promise<Record<string, string | number>> {
  const folder = mkdtempSync(join(tmpdir(), 'flow-bench-'));
  let events = 0;
  let told = 0;
  let peak = 0;
  const before = process.memoryUsage.rss();
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  const live = orchestrate({
    plan: planOf({ flood: { work: { kind: 'run', script } } }, { folder }),
    inputs: {},
    trigger: 'command-line',
    runsFolder: folder,
    environment: process.env,
    listener(event) {
      if (event.type !== 'task-output') return;
      events++;
      told += event.text.length;
    },
  });
  const { state } = await live.finished;
  const seconds = (performance.now() - start) / 1000;
  delay.disable();
  clearInterval(watch);
  const logs = attemptFolder(live.folder, 'flood', 1);
  const kept = readdirSync(logs)
    .filter((name) => name.endsWith('.log'))
    .reduce((sum, name) => sum + statSync(join(logs, name)).size, 0);
  rmSync(folder, { recursive: true });
  return {
    state,
    seconds: seconds.toFixed(1),
    'memory gained, MiB': ((peak - before) / MIB).toFixed(0),
    'longest standstill, ms': (delay.max / 1e6).toFixed(0),
    'on disk, MiB': (kept / MIB).toFixed(1),
    events,
    'told, MiB': (told / MIB).toFixed(1),
  };
}
