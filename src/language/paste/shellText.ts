/** A script as somebody copied it, made ready to be run. */
export interface ShellText {
  /** Without prompts, common indentation and blank lines around. */
  readonly lines: readonly string[];
  /** What it has to be run by; absent where `sh` will do. */
  readonly shell: string | undefined;
}

/** A longer text isn't a command that somebody copied. */
const LONGEST = 20_000;

/** A text as a script for a shell; nothing where it is more likely something else, YAML above all. */
export function shellText(
  pasted: string,
  isCommand: (name: string) => boolean | undefined,
): ShellText | undefined {
  if (pasted.length > LONGEST || /[^\P{Cc}\t\r\n]/u.test(pasted)) return undefined;
  const lines = unprompted(trimmed(unfenced(pasted.split(/\r\n?|\n/))));
  const first = lines.find((line) => line.trim() !== '' && !line.trim().startsWith('#'))?.trim();
  const [bang = ''] = lines;
  const program = /^#!\s*(?:\S*\/env\s+)?(?:\S*\/)?([\w.+-]+)/.exec(bang)?.[1];
  if (first === undefined || (program === undefined && !isShell(first, isCommand))) return undefined;
  return { lines, shell: shellFor(program, lines) };
}

function isShell(first: string, isCommand: (name: string) => boolean | undefined): boolean {
  // A key of YAML, an item of a list, a tag of XML, a sentence.
  if (/^([\w.-]+|"[^"]*"|'[^']*'):(\s|$)|^- |^[<{[]/.test(first)) return false;
  if (/^[A-Z][a-z]+ .*[.!?]$/.test(first)) return false;
  if (/^(\.{1,2}|~)?\/[\w./-]+(\s|$)/.test(first) || /^[A-Z_][A-Z0-9_]*=\S*\s+\S/.test(first)) return true;
  if (/^(if|for|while|case)\s.*(;|then|do|in)\s*$|^(set -|export \w)/.test(first)) return true;
  const [, name = ''] = /^(?:sudo\s+|env\s+|time\s+)?([\w.+-]+)(?=\s|$|;)/.exec(first) ?? [];
  return name !== '' && (COMMANDS.has(name) || isCommand(name) === true);
}

const COMMANDS: ReadonlySet<string> = new Set(
  (
    'apt apt-get aws az bash brew bun bundle cargo cat cd chmod cmake conda cp curl deno docker dotnet echo find ' +
    'flow gcc gcloud git go gradle grep gunzip gzip helm java jq kubectl ls make mkdir mvn mv node npm npx perl php ' +
    'pip pip3 pnpm poetry printf pwsh pytest python python3 rake rm Rscript rsync ruby ruff rustc scp sed sh sleep ' +
    'sort source ssh tar tee terraform test touch tsc uv wget xargs yarn zip unzip'
  ).split(' '),
);

/** Without the fence of Markdown around it. */
function unfenced(lines: readonly string[]): readonly string[] {
  const all = trimmed(lines);
  const isFenced = /^\s*```/.test(all[0] ?? '') && /^\s*```\s*$/.test(all.at(-1) ?? '') && all.length > 2;
  return isFenced ? all.slice(1, -1) : all;
}

/** Of a copied session the lines behind a prompt, without what the commands had answered. */
function unprompted(lines: readonly string[]): readonly string[] {
  const prompt = /^\s*\$\s+/;
  if (!prompt.test(lines[0] ?? '')) return lines;
  let goesOn = false;
  const kept = lines.filter((line) => {
    const isKept = goesOn || prompt.test(line);
    goesOn = isKept && line.trimEnd().endsWith('\\');
    return isKept;
  });
  return kept.map((line) => line.replace(prompt, ''));
}

function trimmed(lines: readonly string[]): readonly string[] {
  const ended = lines.map((line) => line.trimEnd());
  const first = ended.findIndex((line) => line !== '');
  const last = ended.findLastIndex((line) => line !== '');
  const kept = first < 0 ? [] : ended.slice(first, last + 1);
  const depth = Math.min(...kept.filter((line) => line !== '').map((line) => line.search(/\S/)));
  return kept.map((line) => line.slice(Number.isFinite(depth) ? depth : 0));
}

function shellFor(program: string | undefined, lines: readonly string[]): string | undefined {
  if (program !== undefined && program !== 'sh') return /^python[\d.]*$/.test(program) ? 'python' : program;
  const script = lines.join('\n');
  const isBash = /\[\[ |\bset -[a-z]*o pipefail|^\s*(source|declare|shopt) |<\(|\$\{\w+\[|&>|<<</m.test(
    script,
  );
  return isBash ? 'bash' : undefined;
}
