import type { Scan } from '../scan.ts';
import { commandList } from './commandList.ts';
import { dollar } from './expansion.ts';
import type { ShShell } from './state.ts';

/** Finds out what each expression of a shell script is part of, and how its value is read there. */
export function bindSh(scan: Scan, shell: ShShell): void {
  commandList(
    Object.assign(scan, {
      shell,
      integers: new Set<string>(),
      depth: 0,
      literal: '',
      read: { commands: commandList, dollar },
    }),
  );
}
