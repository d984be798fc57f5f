import { readdirSync, readFileSync } from 'node:fs';
import { isOfRun, marksIn } from '../../src/orchestrator/process/marks.ts';

/** The command lines of the processes that were started by a run and still live. Linux tells; others name none. */
export function processesOf(run: string): readonly string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && marksIn(read(name, 'environ')).some((mark) => isOfRun(mark, run)))
    .map((pid) => `${pid} ${read(pid, 'cmdline').replaceAll('\0', ' ')}`);
}

/** Empty where the process has ended meanwhile, or isn't ours to look into. */
function read(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return '';
  }
}
