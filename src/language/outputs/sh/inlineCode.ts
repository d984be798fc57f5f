import type { Written } from '../written.ts';
import type { SimpleCommand } from './command.ts';

/** A program in another language that a script holds: `node -e '…'`, `python3 - <<'END'`. */
export interface InlineCode {
  readonly program: string;
  readonly code: Written;
}

export function inlineCode({ words, redirects }: SimpleCommand): InlineCode | undefined {
  const [program = '', ...args] = words.map(({ written }) => written.text);
  if (!/^(node|nodejs|bun|tsx|(python|pypy)[\d.]*|pwsh|powershell)$/.test(program)) return undefined;
  const option = args.findIndex((arg) => /^(-c|-e|-p|--eval|--print|-Command)$/i.test(arg));
  const given = option < 0 ? undefined : words[option + 2]?.written;
  if (given !== undefined) return { program, code: given };
  const body = redirects.find(({ document }) => document !== undefined)?.document?.body;
  const isRead = args.every((arg) => arg.startsWith('-'));
  return body === undefined || !isRead ? undefined : { program, code: body };
}
