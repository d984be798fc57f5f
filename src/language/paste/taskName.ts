import { freeName } from '../fixes/duplicates.ts';

/** What a script does, in a word or two that no task is called yet. */
export function taskName(lines: readonly string[], taken: { has(name: string): boolean }): string {
  const commands = lines
    .flatMap((line) => line.split(/&&|\|\||;/))
    .map((command) => command.trim().replace(/^(?:\w+=\S*\s+|sudo\s+|env\s+|time\s+|exec\s+)+/, ''))
    .filter((command) => command !== '' && !command.startsWith('#'));
  const told = commands.find((command) => !PREPARES.test(command)) ?? commands[0] ?? '';
  const words = told.split(/\s+/).filter((word) => !/^[-<>|&$"'`(]/.test(word));
  return freeName(plain(named(words)) || 'task', taken);
}

/** What only gets ready for what follows. */
const PREPARES = /^(cd|set|export|source|mkdir|echo|\.|if|for|while|then|do|fi|done)\b/;

/** Programs whose first argument tells what they do, or what they run. */
const RUNNERS = /^(npx|bunx|uvx|make|just|rake|gradle|gradlew|mvn)$/;

function named(words: readonly string[]): string {
  const [program = '', first = '', second = ''] = words;
  const tool = baseName(program);
  if (/^(npm|pnpm|yarn|bun)$/.test(tool)) {
    return first === 'run' || first === 'exec' ? second : first === 'ci' ? 'install' : first || 'install';
  }
  if (/^(node|deno|tsx|python[\d.]*|ruby|perl|php|Rscript|sh|bash|pwsh)$/.test(tool)) {
    const script = words.slice(1).find((word) => /[./]/.test(word)) ?? (first === 'run' ? second : first);
    return baseName(script) || tool;
  }
  // A script of one's own tells by its name.
  if (program.includes('/')) return tool;
  if (RUNNERS.test(tool)) return first === '' ? tool : baseName(first);
  // `docker build .`: both words tell.
  return /^[a-z][a-z-]+$/.test(first) ? `${tool}_${first}` : tool;
}

/** A path's last part without its ending. */
function baseName(path: string): string {
  const name =
    path
      .replace(/[/\\]+$/, '')
      .split(/[/\\]/)
      .at(-1) ?? '';
  return name.replace(/(.)\.[A-Za-z0-9]+$/, '$1');
}

function plain(name: string): string {
  const parts = name
    .replace(/[^A-Za-z0-9_-]+/g, '_')
    .replace(/^[_-]+|[_-]+$/g, '')
    .slice(0, 60);
  return /^\d/.test(parts) ? `_${parts}` : parts;
}
