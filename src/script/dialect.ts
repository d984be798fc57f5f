import { bindJavaScript } from './javascript/bindJavaScript.ts';
import { bindPowerShell } from './powershell/bindPowerShell.ts';
import { bindPython } from './python/bindPython.ts';
import { fault, type Scan } from './scan.ts';
import { bindSh } from './sh/bindSh.ts';
import type { ShShell } from './sh/state.ts';

/** Decides, for each expression of a script, how its value is read. */
export type Dialect = (scan: Scan) => void;

/** The dialect of a `shell` as the author wrote it: a program's name, or a command such as `bash -e {0}`. */
export function dialectOf(shell: string | undefined): Dialect {
  const program = programOf(shell ?? 'sh');
  const family = familyOf(program);
  if (family !== undefined) return (scan) => bindSh(scan, family);
  switch (program) {
    case 'pwsh':
    case 'powershell':
      return bindPowerShell;
    case 'node':
    case 'nodejs':
    case 'bun':
    case 'tsx':
      return bindJavaScript;
    case 'cmd':
      return (scan) => fault(scan, 0, scan.text.length, CMD);
    default:
      if (/^(python|pypy)[\d.]*$/.test(program)) return bindPython;
      return (scan) => fault(scan, 0, scan.text.length, unknown(program));
  }
}

/** Which of the shells that are read alike a `shell` is, as the author wrote it; `undefined` where it is another one. */
export function shShellOf(shell: string | undefined): ShShell | undefined {
  return familyOf(programOf(shell ?? 'sh'));
}

function familyOf(program: string): ShShell | undefined {
  switch (program) {
    case 'sh':
    case 'bash':
    case 'dash':
    case 'ksh':
    case 'zsh':
      return program;
    case 'ash':
      return 'dash';
    case 'mksh':
      return 'ksh';
    default:
      return undefined;
  }
}

/** The program's name without folder and `.exe`; behind `env`, the one that it starts. */
function programOf(command: string): string {
  const words = [...command.matchAll(/"([^"]*)"|'([^']*)'|([^\s"']+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
  const names = words.map((word) => word.slice(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1));
  const first = names[0] === 'env' ? words.findIndex((word, i) => i > 0 && !/^-|=/.test(word)) : 0;
  return (names[first] ?? '').toLowerCase().replace(/\.exe$/, '');
}

const CMD =
  '`cmd` reads the values of variables as code, so that no value can be put into its scripts safely. Put the value into `env:` as NAME and read it as !NAME! behind `setlocal EnableDelayedExpansion`, or use another `shell`.';

function unknown(program: string): string {
  return `How ${program === '' ? 'this shell' : `\`${program}\``} quotes isn’t known here, so that no value can be put into its script safely. Put the value into \`env:\` and read that variable in the script.`;
}
