import { Composer, type Document, type ParsedNode } from 'yaml';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Range } from '../../model/text.ts';
import { blame } from '../blame.ts';
import { convert } from './convert.ts';
import { MOST_FAULTS } from './faults.ts';
import { letterFaults } from './letters.ts';
import { lineRange, syntaxDiagnostics } from './syntaxDiagnostics.ts';
import { UNQUOTED_EXPRESSION } from './syntaxWords.ts';
import { type Read, tokensOf } from './tokens.ts';
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
  const { document, others, read } = compose(text);
  const { root, diagnostics } = convert(text, document.contents);
  // What is open where reading stopped may well be closed further on.
  const end = read.stop?.range.start ?? Number.POSITIVE_INFINITY;
  const errors = [...document.errors, ...document.warnings].filter((error) => error.pos[0] < end);
  const syntax = syntaxDiagnostics(text, errors);
  const stop = read.stop === undefined ? [] : [read.stop];
  const letters = letterFaults(text);
  return {
    root,
    diagnostics: [...letters, ...syntax, ...others, ...diagnostics, ...stop],
    hasAlias: read.hasAlias,
  };
}

/** The first document, and what the parser itself doesn't blame. */
function compose(text: string): {
  readonly document: Document.Parsed;
  readonly others: readonly Diagnostic[];
  readonly read: Read;
} {
  const others: Diagnostic[] = [];
  const read: Read = { hasAlias: false, stop: undefined };
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
      tokensOf(text, read, (range) => {
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
    return { document, others, read };
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function unquoted(text: string, range: Range): Diagnostic {
  const written = text.slice(range.start, range.end);
  const replacement = /["\\]/.test(written) ? `'${written.replaceAll("'", "''")}'` : `"${written}"`;
  return blame('syntax', range, UNQUOTED_EXPRESSION, { replacement });
}
