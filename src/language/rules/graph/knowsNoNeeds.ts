import type { Task } from '../../../model/workflow.ts';
import { shCommands } from '../../../script/shCommands.ts';
import { isHarmless } from '../../outputs/sh/harmless.ts';

/**
 * Whether a task is known not to look at what its needs left, but by expressions: neither it nor a program of the
 * author's that it starts reads `$FLOW_NEEDS`.
 */
export function knowsNoNeeds({ work }: Task): boolean {
  if (work?.kind === 'approval' || work?.kind === 'workflow') return true;
  if (work?.kind !== 'run' || READS.test(work.script.value)) return false;
  const read = shCommands(work.script.value, work.shell?.value);
  return (
    read?.commands.every(({ words: [name, first] }) => isForeign(name?.text ?? '', first?.text ?? '')) ===
    true
  );
}

/** `$FLOW_NEEDS`, or any variable there is. */
const READS = /FLOW_(?!(OUTPUT|PROGRESS|TASK|ATTEMPT|RUN_ID)\b)|\benv\b|\bprintenv\b/;

/** A program that knows nothing of Flow, and starts none that the author wrote. */
function isForeign(name: string, first: string): boolean {
  if (name === '' || isHarmless(name) || FOREIGN.has(name)) return true;
  return name === 'npm' && /^(ci|install|audit|pack|publish|version)$/.test(first);
}

const FOREIGN: ReadonlySet<string> = new Set(
  'aws az cargo docker ffmpeg gcloud gh go helm kubectl magick psql pg_dump pip podman sqlite3 terraform tofu tsc'.split(
    ' ',
  ),
);
