/** How a script of some shell is started. */
export interface ShellCommand {
  readonly program: string;
  /** The ending that the script's file needs, with its dot. */
  readonly extension: string;
  args(file: string, script: string): readonly string[];
  /** What stands before the script in its file. */
  readonly prelude?: string;
}

/**
 * The command for a `shell` as the author wrote it; the platform's own where none was written.
 * A command of the author's own has `{0}` where the script's file goes, or gets it at its end.
 */
export function shellCommand(shell: string | undefined, platform: NodeJS.Platform): ShellCommand {
  switch (shell ?? (platform === 'win32' ? 'cmd' : 'sh')) {
    case 'sh':
      return { program: 'sh', extension: '.sh', args: (file) => ['-e', file] };
    case 'bash':
      return {
        program: 'bash',
        extension: '.sh',
        args: (file) => ['--noprofile', '--norc', '-eo', 'pipefail', file],
      };
    case 'pwsh':
    case 'powershell':
      return {
        program: shell ?? 'pwsh',
        extension: '.ps1',
        prelude: "$ErrorActionPreference = 'stop'\n",
        args: (file) => ['-NoLogo', '-NoProfile', '-NonInteractive', '-File', file],
      };
    case 'cmd':
      return { program: 'cmd', extension: '.cmd', args: (file) => ['/D', '/E:ON', '/V:OFF', '/C', file] };
    case 'python':
    case 'python3':
      return {
        program: platform === 'win32' ? 'python' : 'python3',
        extension: '.py',
        args: (file) => [file],
      };
    case 'node':
      // As text, not as a file: so that what it imports is looked for from the task's folder.
      return { program: 'node', extension: '.js', args: (_file, script) => ['--eval', script] };
    default:
      return ownCommand(shell ?? '');
  }
}

function ownCommand(command: string): ShellCommand {
  const words = [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
  const [program = '', ...rest] = words;
  const takesFile = rest.some((word) => word.includes('{0}'));
  return {
    program,
    extension: '',
    args: (file) => (takesFile ? rest.map((word) => word.replaceAll('{0}', file)) : [...rest, file]),
  };
}
