import { left } from '../report/columns.ts';
import type { Command } from './command.ts';
import { COMMAND_GROUPS, COMMANDS } from './commands.ts';
import { fullSynopsis, optionText, synopsisOf } from './synopsis.ts';

/** What `flow --help` prints. */
export function usage(): string {
  const width = Math.max(...COMMANDS.map((command) => synopsisOf(command).length)) + 2;
  return [
    'Run, check and draw workflows written as *.flow.yaml',
    '',
    'Usage: flow COMMAND … [--OPTION VALUE]…',
    ...COMMAND_GROUPS.flatMap(({ title, commands }) => [
      '',
      `${title}:`,
      ...table(
        commands.map((command) => [synopsisOf(command), command.summary]),
        width,
      ),
    ]),
    '',
    'Options:',
    ...table(
      [
        ['--help', 'Show this help; flow help COMMAND shows that of a command'],
        ['--version', 'Show the version'],
      ],
      width,
    ),
    '',
    "RUN is a run's id, the beginning of it or of its last part, or latest.",
    'Exit code: 0 completed or valid, 1 failed or invalid, 2 wrong usage or unreadable file, 130 cancelled.',
    '',
  ].join('\n');
}

/** What `flow help COMMAND` prints. */
export function commandUsage(command: Command): string {
  const options = Object.entries(command.options).map(([name, option]): readonly [string, string] => {
    const { choices: _, ...plain } = option;
    return [optionText(name, plain), option.repeatable === true ? `${option.help}; repeatable` : option.help];
  });
  const rows: Rows = [...options, ['--help', 'Show this help']];
  return [
    command.summary,
    '',
    `Usage: ${fullSynopsis(command)}`,
    '',
    'Options:',
    ...table(rows, Math.max(...rows.map(([name]) => name.length)) + 2),
    ...command.notes.flatMap((note) => ['', note]),
    '',
  ].join('\n');
}

type Rows = readonly (readonly [string, string])[];

function table(rows: Rows, width: number): readonly string[] {
  return rows.map(([name, help]) => `  ${left(name, width)}${help}`);
}
