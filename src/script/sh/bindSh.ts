import type { Scan } from '../scan.ts';
import { commandList } from './commandList.ts';
import { dollar } from './expansion.ts';
import type { HeardCommand, Sh, ShShell } from './state.ts';

/**
 * Finds out what each expression of a shell script is part of, and how its value is read there. `heard` is told of each
 * command, in the order of their ends.
 */
export function bindSh(scan: Scan, shell: ShShell, heard?: (command: HeardCommand) => void): Sh {
  const sh: Sh = Object.assign(scan, {
    shell,
    integers: new Set<string>(),
    depth: 0,
    literal: '',
    bare: [],
    substitutions: [],
    read: { commands: commandList, dollar },
    ...(heard && { heard }),
  });
  commandList(sh);
  return sh;
}
