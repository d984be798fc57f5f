import { left } from '../report/columns.ts';
import type { Command } from './command.ts';
import { COMMANDS } from './commands.ts';

/** What `flow --help` prints. */
export function usage(): string {
  return [
    'Run, check and draw workflows written as *.flow.yaml',
    '',
    'Usage:',
    ...COMMANDS.map((command) => `  ${synopsis(command)}`),
    '',
    'Commands:',
    ...table(COMMANDS.map(({ name, summary }) => [name, summary])),
    '',
    'Options:',
    ...table([
      ['--help', 'Show this help; flow help COMMAND shows that of a command'],
      ['--version', 'Show the version'],
    ]),
    '',
    'Exit code: 0 completed or valid, 1 failed or invalid, 2 wrong usage or unreadable file, 130 cancelled.',
    '',
  ].join('\n');
}

/** What `flow help COMMAND` prints. */
export function commandUsage(command: Command): string {
  const options = Object.entries(command.options).map(
    ([name, { value, help, repeatable }]): readonly [string, string] => [
      `--${name} ${value}`,
      repeatable === true ? `${help}; repeatable` : help,
    ],
  );
  return [
    command.summary,
    '',
    `Usage: ${synopsis(command)}`,
    '',
    'Options:',
    ...table([...options, ['--help', 'Show this help']]),
    ...command.notes.flatMap((note) => ['', note]),
    '',
  ].join('\n');
}

function synopsis({ name, files, options }: Command): string {
  const words = Object.entries(options).map(
    ([option, { value, choices, repeatable }]) =>
      `[--${option} ${choices?.join('|') ?? value}]${repeatable === true ? '…' : ''}`,
  );
  return [`flow ${name}`, files === 'many' ? 'FILE…' : 'FILE', ...words].join(' ');
}

function table(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows.map(([name, help]) => `  ${left(name, width)}${help}`);
}
