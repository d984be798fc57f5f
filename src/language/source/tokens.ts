import { type CST, Parser } from 'yaml';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { blame } from '../blame.ts';
import { DEEPEST } from './aliases.ts';
import { MOST_FAULTS } from './faults.ts';
import { lexemesOf } from './lexemes.ts';
import { lineRange } from './syntaxDiagnostics.ts';
import { TOO_DEEP } from './syntaxWords.ts';

/** Words, marks and blanks. Files of 30,000 tasks have fewer; `yaml` takes half a KB for each. */
const MOST_LEXEMES = 1_500_000;

/** What is open at once, with some for what a level may consist of. */
const MOST_OPEN = 2 * DEEPEST + 10;

/** What reading came upon, known when all tokens have been taken. */
export interface Read {
  /** Something repeats what is named elsewhere. */
  hasAlias: boolean;
  /** Why the rest isn't read: what would come of it costs more than it tells. Its range is where reading stopped. */
  stop: Diagnostic | undefined;
}

/** What `yaml`'s parser makes of a text, as far as it is sensible to go on. */
export function* tokensOf(
  text: string,
  read: Read,
  slip: Parameters<typeof lexemesOf>[1],
): Iterable<CST.Token> {
  const parser = new Parser();
  let lexemes = 0;
  let errors = 0;
  for (const lexeme of lexemesOf(text, slip)) {
    // A text that begins so is told behind a mark, and would be taken for an alias: it does no harm.
    if (lexeme.startsWith('*')) read.hasAlias = true;
    for (const token of parser.next(lexeme)) {
      if (token.type === 'error') errors++;
      yield token;
    }
    lexemes++;
    const reason = reasonToStop({ open: parser.stack.length, errors, lexemes });
    if (reason !== undefined) {
      const at = Math.min(parser.offset, text.length);
      read.stop = blame('syntax', lineRange(text, Math.max(0, at - 1), at), reason);
      break;
    }
  }
  yield* parser.end();
}

function reasonToStop(count: {
  readonly open: number;
  readonly errors: number;
  readonly lexemes: number;
}): string | undefined {
  if (count.open > MOST_OPEN) return TOO_DEEP;
  if (count.errors > 10 * MOST_FAULTS) return "Too much here isn't YAML. The rest isn't read.";
  if (count.lexemes <= MOST_LEXEMES) return undefined;
  return 'The file holds too much to be a workflow. Put a part of it into a file of its own, and run that as a task.';
}
