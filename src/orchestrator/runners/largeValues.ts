import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Linux takes 131,072 bytes for one variable, name, `=` and final NUL included (MAX_ARG_STRLEN, execve(2)). */
const LARGEST_VARIABLE = 128 * 1024 - 256;

/** And so many bytes of values in all, which leaves room for the inherited environment: the system takes 2 MiB or more. */
const LARGEST_SUM = 256 * 1024;

export interface CarriedValues {
  readonly env: Readonly<Record<string, string>>;
  /** Stands before the script, on its first line, so that line numbers in messages stay true. */
  readonly prelude: string;
  /** The values that go by file: to be removed where the script didn't come to it. */
  readonly files: readonly string[];
}

/**
 * Hands values to a script: as environment variables, and those that no environment can hold as files that
 * the shell reads into variables of its own, and removes, before the script begins: a secret may be among them.
 */
export function carryValues(
  values: readonly (readonly [name: string, value: string])[],
  shell: string | undefined,
  scratch: string,
): CarriedValues {
  const env: Record<string, string> = {};
  const files: string[] = [];
  let prelude = '';
  let sum = 0;
  for (const [name, value] of values) {
    const size = name.length + Buffer.byteLength(value);
    if (!isPosixShell(shell) || (size < LARGEST_VARIABLE && sum + size < LARGEST_SUM)) {
      env[name] = value;
      sum += size;
      continue;
    }
    const file = join(scratch, name);
    writeFileSync(file, value, { mode: 0o600 });
    files.push(file);
    // The x keeps the line breaks at the value's end, which a command substitution would take away.
    prelude += `${name}=$(cat ${quoted(file)}; printf x); rm -f ${quoted(file)}; ${name}=\${${name}%x}; `;
  }
  return { env, prelude, files };
}

function isPosixShell(shell: string | undefined): boolean {
  const program = (shell ?? 'sh').split(/\s/)[0]?.split('/').at(-1) ?? '';
  return ['sh', 'bash', 'dash', 'zsh', 'ksh', 'ash'].includes(program);
}

function quoted(path: string): string {
  return `'${path.replaceAll("'", "'\\''")}'`;
}
