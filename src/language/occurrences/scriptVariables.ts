import { type Located, sourceRange } from '../../model/text.ts';
import type { RunWork } from '../../model/workflow.ts';

/**
 * The variables that a script reads or sets by name, as far as its own language shows it: `$NAME`, `${NAME}`,
 * `NAME=value`, `%NAME%`, `$env:NAME`, `process.env.NAME`, `os.environ['NAME']`. Many of them may be no variables of the
 * workflow.
 */
export function* scriptVariables({ script, shell }: RunWork): Iterable<Located<string>> {
  for (const found of script.value.matchAll(patternOf(shell?.value, script.value))) {
    const group = found.indices?.findIndex((range, i) => i > 0 && range !== undefined) ?? -1;
    const [start, end] = found.indices?.[group] ?? [];
    if (start === undefined || end === undefined) continue;
    yield { value: script.value.slice(start, end), range: sourceRange(script, { start, end }) };
  }
}

function patternOf(shell: string | undefined, script: string): RegExp {
  const [first = ''] = (shell ?? (/%\w+%/.test(script) ? 'cmd' : 'sh')).trim().split(/\s+/);
  const program = first.replace(/^.*[/\\]/, '').replace(/\.exe$/i, '');
  if (/^(pwsh|powershell)$/i.test(program)) return POWERSHELL;
  if (/^cmd$/i.test(program)) return CMD;
  if (/^(node|nodejs|bun|tsx|deno)$/.test(program)) return JAVASCRIPT;
  return /^(python|pypy)[\d.]*$/.test(program) ? PYTHON : SH;
}

/** A backslash makes the `$` a letter. `NAME=value` among the arguments of a command is a text. */
const SH =
  /(?<!\\)\$\{?[#!]?([A-Za-z_]\w*)|(?:^|[;&|({]|\b(?:export|local|readonly|declare|then|do|else)[ \t])[ \t]*([A-Za-z_]\w*)(?==)/dgm;
const POWERSHELL = /\$\{?env:([A-Za-z_]\w*)/dgi;
const CMD = /%([A-Za-z_]\w*)(?=[%:])|!([A-Za-z_]\w*)(?=[!:])|\bset\s+"?([A-Za-z_]\w*)(?==)/dgi;
const JAVASCRIPT = /\bprocess\.env(?:\.([A-Za-z_]\w*)|\[['"`]([A-Za-z_]\w*)['"`]\])/dg;
const PYTHON = /\b(?:environ\[|environ\.get\(|getenv\()\s*['"]([A-Za-z_]\w*)['"]/dg;
