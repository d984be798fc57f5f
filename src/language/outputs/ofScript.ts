import { type FoundOutput, type FoundOutputs, NOTHING_KNOWN } from './knownOutput.ts';
import { ofCmd } from './ofCmd.ts';
import { ofJavaScript } from './ofJavaScript.ts';
import { ofPowerShell } from './ofPowerShell.ts';
import { ofPython } from './ofPython.ts';
import { ofShell } from './ofShell.ts';
import type { SimpleCommand } from './sh/command.ts';
import { inlineCode } from './sh/inlineCode.ts';
import { rangeOf } from './written.ts';

/** What a script of some `shell`, as the author wrote it, leaves; and the files of programs that it starts. */
export interface ScriptOutputs extends FoundOutputs {
  /** Paths as the script writes them; each may leave more. */
  readonly started: readonly StartedFile[];
}

export interface StartedFile {
  readonly program: 'node' | 'python' | 'sh';
  readonly path: string;
}

/** A script with more letters isn't looked at. */
const LONGEST = 100_000;

export function ofScript(script: string, shell: string | undefined): ScriptOutputs {
  if (script.length > LONGEST) return { ...NOTHING_KNOWN, started: [] };
  const program = programOf(shell, script);
  if (/^(sh|bash|dash|ash|ksh|mksh|zsh)$/.test(program)) {
    const { outputs, complete, programs } = ofShell(script, program);
    const started = programs.map(({ words }) => startedBy(words.map(({ written }) => written.text)));
    return {
      outputs: [...outputs, ...programs.flatMap(outputsWithin)],
      complete: complete && started.every((each) => each !== undefined),
      started: started.filter((each) => each !== undefined),
    };
  }
  return { ...ofProgram(program, script), started: [] };
}

/** What the code of another language writes that stands in a script. */
function outputsWithin(command: SimpleCommand): readonly FoundOutput[] {
  const inline = inlineCode(command);
  if (inline === undefined) return [];
  return ofProgram(inline.program, inline.code.text).outputs.flatMap(
    ({ range: { start, end }, ...found }) => {
      const range = rangeOf(inline.code, start, end);
      return range === undefined ? [] : [{ ...found, range }];
    },
  );
}

/** A program in a language other than that of shells. */
export function ofProgram(program: string, text: string): FoundOutputs {
  if (text.length > LONGEST || /[^\n]{5000}/.test(text)) return NOTHING_KNOWN;
  if (/^(node|nodejs|bun|tsx|deno)$/.test(program)) return ofJavaScript(text);
  if (/^(python|pypy)[\d.]*$/.test(program)) return ofPython(text);
  if (/^(pwsh|powershell)$/.test(program)) return ofPowerShell(text);
  return program === 'cmd' ? ofCmd(text) : NOTHING_KNOWN;
}

/** Without folder and `.exe`. Where no shell is written it is `sh`, or `cmd` where the script reads as that does. */
function programOf(shell: string | undefined, script: string): string {
  if (shell === undefined) return script.includes('%FLOW_OUTPUT%') ? 'cmd' : 'sh';
  const [first = ''] = shell.trim().split(/\s+/);
  return first
    .slice(Math.max(first.lastIndexOf('/'), first.lastIndexOf('\\')) + 1)
    .toLowerCase()
    .replace(/\.exe$/, '');
}

/** `node scripts/x.mjs`, `python3 x.py`, `sh x.sh`, `./x.sh`: the file, where that is all there is to it. */
function startedBy([name = '', file = '']: readonly string[]): StartedFile | undefined {
  const isPlain = (path: string): boolean => /^[\w@.][\w@./ -]*$/.test(path);
  if (/^\.\.?\/[\w./-]+\.sh$/.test(name)) return { program: 'sh', path: name };
  if (!isPlain(file)) return undefined;
  if (/^(node|nodejs|bun|tsx)$/.test(name))
    return /\.[cm]?[jt]s$/.test(file) ? { program: 'node', path: file } : undefined;
  if (/^(python|pypy)[\d.]*$/.test(name))
    return file.endsWith('.py') ? { program: 'python', path: file } : undefined;
  return /^(sh|bash|dash|zsh)$/.test(name) ? { program: 'sh', path: file } : undefined;
}
