import { commands, Disposable, window } from 'vscode';
import { COMMANDS, type CommandName } from './names/commands.ts';
import type { Output } from './output.ts';
import { type Target, targetOf } from './target.ts';

export type Handlers = Readonly<Record<CommandName, (target: Target) => Promise<unknown>>>;

/**
 * Registers every command. Whatever one of them throws is our bug or the machine's trouble: it is shown once,
 * here, and its details go to the output channel.
 */
export function registerCommands(handlers: Handlers, output: Output): Disposable {
  const names = Object.keys(COMMANDS) as CommandName[];
  return Disposable.from(
    ...names.map((name) =>
      commands.registerCommand(COMMANDS[name], async (argument: unknown) => {
        try {
          return await handlers[name](targetOf(argument));
        } catch (error) {
          await showError(error, output);
          return undefined;
        }
      }),
    ),
  );
}

export async function showError(error: unknown, output: Output): Promise<void> {
  const message = error instanceof Error ? error.message : String(error);
  output.append(`${error instanceof Error && error.stack !== undefined ? error.stack : message}\n`);
  const answer = await window.showErrorMessage(`Flow: ${message}`, 'Show Log');
  if (answer === 'Show Log') output.show();
}
