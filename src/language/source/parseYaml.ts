import { Composer, type CST, type Document, type ParsedNode, Parser } from 'yaml';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Range } from '../../model/text.ts';
import { blame } from '../blame.ts';
import { convert } from './convert.ts';
import { MOST_FAULTS } from './faults.ts';
import { lexemesOf } from './lexemes.ts';
import { lineRange, syntaxDiagnostics } from './syntaxDiagnostics.ts';
import { UNQUOTED_EXPRESSION } from './syntaxWords.ts';
import type { Value } from './value.ts';

/** UTF-16 code units. Some 30,000 tasks; above that, a keystroke would wait for seconds. */
const LONGEST = 4_000_000;

export interface Parsed {
  /** Absent where the text holds nothing, or nothing that could be read. */
  readonly root: Value | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Something in it repeats what is named elsewhere. */
  readonly hasAlias: boolean;
}

/** What is wrong with a file that is too long to be read at all. */
export function tooLong(text: string): Diagnostic | undefined {
  if (text.length <= LONGEST) return undefined;
  const message = 'The file is too long to be a workflow: 4 million characters are the most.';
  return blame('syntax', { start: 0, end: 0 }, message);
}

/** Reads a text as YAML 1.2. Never throws; what is wrong is among the diagnostics, and the rest is read. */
export function parseYaml(text: string): Parsed {
  const long = tooLong(text);
  if (long !== undefined) return { root: undefined, diagnostics: [long], hasAlias: false };
  const { document, others, hasAlias } = compose(text);
  const { root, diagnostics } = convert(text, document.contents);
  const syntax = syntaxDiagnostics(text, [...document.errors, ...document.warnings]);
  return { root, diagnostics: [...syntax, ...others, ...diagnostics], hasAlias };
}

/** The first document, and what the parser itself doesn't blame. */
function compose(text: string): {
  readonly document: Document.Parsed;
  readonly others: readonly Diagnostic[];
  readonly hasAlias: boolean;
} {
  const others: Diagnostic[] = [];
  const seen = { alias: false };
  // Of a broken file, an error for each of thousands of tokens: their stacks would take most of the time.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    const composer = new Composer({
      version: '1.2',
      schema: 'core',
      resolveKnownTags: false,
      // Looks through all earlier keys for each key, and is done by a rule of ours.
      uniqueKeys: false,
      logLevel: 'silent',
    });
    const documents = composer.compose(
      tokensOf(text, seen, (range) => {
        if (others.length < MOST_FAULTS) others.push(unquoted(text, range));
      }),
      true,
      text.length,
    );
    const document = documents.next().value as Document.Parsed;
    for (const other of documents) {
      const contents: ParsedNode | null = other.contents;
      if (contents === null || contents.range[0] === contents.range[1]) continue;
      const range = lineRange(text, contents.range[0], contents.range[1]);
      others.push(blame('syntax', range, 'A file holds one workflow: nothing may follow "---".'));
      break;
    }
    return { document, others, hasAlias: seen.alias };
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function* tokensOf(
  text: string,
  seen: { alias: boolean },
  slip: (unquoted: Range) => void,
): Iterable<CST.Token> {
  const parser = new Parser();
  for (const lexeme of lexemesOf(text, slip)) {
    // A text that begins so is told behind a mark, and would be taken for an alias: it does no harm.
    if (lexeme.startsWith('*')) seen.alias = true;
    yield* parser.next(lexeme);
  }
  yield* parser.end();
}

function unquoted(text: string, range: Range): Diagnostic {
  const written = text.slice(range.start, range.end);
  const replacement = /["\\]/.test(written) ? `'${written.replaceAll("'", "''")}'` : `"${written}"`;
  return blame('syntax', range, UNQUOTED_EXPRESSION, { replacement });
}
