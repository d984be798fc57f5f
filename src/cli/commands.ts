import type { Command } from './command.ts';
import { FILE_COMMANDS } from './commands/files.ts';
import { HISTORY_COMMANDS } from './commands/history.ts';
import { RUNNING_COMMANDS } from './commands/running.ts';

export interface CommandGroup {
  readonly title: string;
  readonly commands: readonly Command[];
}

/** What flow can be told to do, as its help orders it. Each is loaded when it is asked for. */
export const COMMAND_GROUPS: readonly CommandGroup[] = [
  { title: 'Running', commands: RUNNING_COMMANDS },
  { title: 'Runs that are kept', commands: HISTORY_COMMANDS },
  { title: 'Workflow files', commands: FILE_COMMANDS },
];

export const COMMANDS: readonly Command[] = COMMAND_GROUPS.flatMap(({ commands }) => commands);
