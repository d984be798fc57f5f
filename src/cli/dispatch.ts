import { nearest } from '../model/nearest.ts';
import { BrokenOff } from './brokenOff.ts';
import type { Command } from './command.ts';
import { COMMANDS } from './commands.ts';
import { type Context, processContext } from './context.ts';
import { COMPLETED, FAILED, UNUSABLE } from './exitCodes.ts';
import { readArguments } from './readArguments.ts';
import { commandUsage, usage } from './usage.ts';
import { UsageError } from './usageError.ts';

/** Does what the arguments ask for and returns the exit code. Never rejects: this is where all faults end. */
export async function dispatch(args: readonly string[], context = processContext()): Promise<number> {
  const code = await attempted(args, context);
  const fault = context.out.fault ?? context.err.fault;
  if (fault === undefined) return code;
  context.err.write(`flow: Not everything could be written: ${fault.message}\n`);
  return code === COMPLETED ? FAILED : code;
}

async function attempted(args: readonly string[], context: Context): Promise<number> {
  const [name, ...rest] = args;
  try {
    if (name === undefined) {
      context.err.write(usage());
      return UNUSABLE;
    }
    if (name === 'help' || name === '--help' || name === '-h') return help(rest, context);
    const command = commandCalled(name);
    const typed = readArguments(command, rest);
    if (typed === 'help') return help([command.name], context);
    const carryOut = await command.load();
    return await carryOut(typed, context);
  } catch (error) {
    const { paint } = context.err;
    if (error instanceof UsageError) {
      context.err.write(`${paint.severity('error', 'flow:')} ${error.message}\n`);
      return UNUSABLE;
    }
    const words =
      isSystemError(error) || error instanceof BrokenOff
        ? error.message
        : `This is a fault of flow itself. ${stackOf(error)}`;
    context.err.write(`${paint.severity('error', 'flow:')} ${words}\n`);
    return FAILED;
  }
}

function help([topic]: readonly string[], context: Context): number {
  context.out.write(topic === undefined ? usage() : commandUsage(commandCalled(topic)));
  return COMPLETED;
}

function commandCalled(name: string): Command {
  const command = COMMANDS.find((each) => each.name === name);
  if (command !== undefined) return command;
  if (name.startsWith('-')) {
    throw new UsageError(`There is no option ${name} before a command; flow --help shows what there is.`);
  }
  if (/\.ya?ml$/.test(name)) throw new UsageError(`Say what to do with the file: flow run ${name}.`);
  const names = [...COMMANDS.map((each) => each.name), 'help'];
  const meant = nearest(name, names);
  throw new UsageError(
    `There is no command “${name}”; ${meant === undefined ? 'flow --help shows what there is.' : `did you mean ${meant}?`}`,
  );
}

/** A disk that is full, a file that was taken away: nothing that a stack would explain. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
