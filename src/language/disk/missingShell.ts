import type { Workflow } from '../../model/workflow.ts';
import { blame, quoted } from '../blame.ts';
import type { Disk } from '../nested/disk.ts';
import type { DiskRule } from './diskRules.ts';

/** A `shell` that this machine doesn't have. */
export const missingShell: DiskRule = function* ({ workflow, entries, disk }) {
  if (setsPath(workflow.env)) return;
  const known = new Map<string, boolean>();
  for (const entry of entries) {
    const { work, env } = entry.own.task;
    if (work?.kind !== 'run' || work.shell === undefined || setsPath(env)) continue;
    const program = programOf(work.shell.value);
    const isThere = known.get(program) ?? isCommand(program, disk);
    known.set(program, isThere);
    if (isThere) continue;
    const placed = entry.task.work;
    if (placed?.kind !== 'run' || placed.shell === undefined) continue;
    const message = `This machine has no ${quoted(program)} in its PATH, so the task would fail here. Install it, or name another shell.`;
    yield blame('missing-shell', placed.shell.range, message);
  }
};

/** The first word; a path isn't looked for in PATH, and so is nothing to say of. */
function programOf(shell: string): string {
  const [, double, single, bare] = /^\s*(?:"([^"]*)"|'([^']*)'|(\S+))/.exec(shell) ?? [];
  return double ?? single ?? bare ?? '';
}

function isCommand(program: string, { hasCommand }: Disk): boolean {
  if (program === '' || /[/\\]/.test(program)) return true;
  const names = program === 'python' || program === 'python3' ? ['python3', 'python'] : [program];
  return names.some((name) => hasCommand(name) !== false);
}

function setsPath(env: Workflow['env']): boolean {
  return env.some(({ name }) => name.value.toLowerCase() === 'path');
}
