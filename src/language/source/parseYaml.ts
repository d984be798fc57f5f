import { Composer, type Document, type ParsedNode, type YAMLError } from 'yaml';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Range } from '../../model/text.ts';
import { blame } from '../blame.ts';
import { convert } from './convert.ts';
import { MOST_FAULTS } from './faults.ts';
import { syntaxWords } from './syntaxWords.ts';
import { tokensOf } from './tokens.ts';
import type { Value } from './value.ts';

/** UTF-16 code units. Some 30,000 tasks; above that, a keystroke would wait for seconds. */
const LONGEST = 4_000_000;

export interface Parsed {
  /** Absent where the file holds nothing, or nothing that could be read. */
  readonly root: Value | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a text as YAML 1.2. Never throws; what is wrong is among the diagnostics, and the rest is read. */
export function parseYaml(text: string): Parsed {
  if (text.length > LONGEST) {
    const message = 'The file is too long to be a workflow: 4 million characters are the most.';
    return { root: undefined, diagnostics: [blame('syntax', { start: 0, end: 0 }, message)] };
  }
  const { document, more } = compose(text);
  const errors = [...document.errors, ...document.warnings]
    .slice(0, MOST_FAULTS)
    .map((error) => diagnosticOf(text, error));
  const { root, diagnostics } = convert(text, document.contents);
  return { root, diagnostics: [...errors, ...diagnostics, ...(more === undefined ? [] : [more])] };
}

/** The first document, and a diagnostic where there is another one. */
function compose(text: string): {
  readonly document: Document.Parsed;
  readonly more: Diagnostic | undefined;
} {
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
    const documents = composer.compose(tokensOf(text), true, text.length);
    const document = documents.next().value as Document.Parsed;
    for (const other of documents) {
      const contents: ParsedNode | null = other.contents;
      if (contents === null || contents.range[0] === contents.range[1]) continue;
      const range = lineRange(text, contents.range[0], contents.range[1]);
      return {
        document,
        more: blame('syntax', range, 'A file holds one workflow: nothing may follow "---".'),
      };
    }
    return { document, more: undefined };
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function diagnosticOf(text: string, error: YAMLError): Diagnostic {
  const range = / end with a [\]}]/.test(error.message)
    ? lastLetterBefore(text, error.pos[0])
    : lineRange(text, error.pos[0], error.pos[1]);
  const severity = error.name === 'YAMLWarning' ? 'warning' : 'error';
  const message = syntaxWords(error.code, error.message, text.slice(range.start, range.end));
  return blame('syntax', range, message, { severity });
}

/** What is missing is missing behind what is written, not where the next line begins. */
function lastLetterBefore(text: string, offset: number): Range {
  let end = Math.min(offset, text.length);
  while (end > 0 && ' \t\r\n'.includes(text[end - 1] ?? '.')) end--;
  return { start: Math.max(end - 1, 0), end };
}

/** Inside the text, and no longer than the line it begins on. */
function lineRange(text: string, from: number, to: number): Range {
  const start = Math.min(Math.max(from, 0), text.length);
  const end = Math.min(Math.max(to, start), text.length);
  const lineEnd = text.indexOf('\n', start);
  return { start, end: lineEnd > start && lineEnd < end ? lineEnd : end };
}
