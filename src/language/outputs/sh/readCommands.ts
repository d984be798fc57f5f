import type { Command, CompoundCommand, Pipeline, Redirect } from './command.ts';
import { DEEPEST, match, OUTPUT_FILE, type Reader, take } from './reader.ts';
import { readHereDocuments, readRedirect } from './readRedirect.ts';
import { readWord, type Word } from './readWord.ts';

/** Compound commands by the word that begins them, with the word that ends them. */
const BLOCKS: Readonly<Record<string, string>> = {
  '{': '}',
  if: 'fi',
  while: 'done',
  until: 'done',
  for: 'done',
  select: 'done',
  case: 'esac',
};

/** Words that only part what is inside of a block. */
const BETWEEN: ReadonlySet<string> = new Set(['then', 'elif', 'else', 'do', '!', 'time']);

const ENDS: ReadonlySet<string> = new Set(Object.values(BLOCKS));

/** The commands up to the end of the script, a `)`, or a word that closes a block; these are left standing. */
export function readCommands(reader: Reader, inCase = false): readonly Pipeline[] {
  const pipelines: Pipeline[] = [];
  let current: Command[] = [];
  const endPipeline = (): void => {
    if (current.length > 0) pipelines.push(current);
    current = [];
  };
  while (reader.pos < reader.source.length) {
    blanks(reader);
    if (take(reader, '\n')) {
      readHereDocuments(reader);
      endPipeline();
    } else if (inCase && /^;[;&]/.test(reader.source.slice(reader.pos, reader.pos + 2))) break;
    else if (match(reader, /&&|\|\||;|&(?!>)/y) !== undefined) endPipeline();
    else if (match(reader, /\|&?/y) !== undefined) continue;
    else if (reader.source[reader.pos] === ')' || endsHere(reader)) break;
    else {
      const { pos } = reader;
      const command = readCommand(reader);
      if (command !== undefined) current.push(command);
      else if (reader.pos === pos) {
        if (pos < reader.source.length) reader.isLost = true;
        reader.pos++;
      }
    }
  }
  endPipeline();
  return pipelines;
}

function blanks(reader: Reader): void {
  match(reader, /(?:[ \t\r]|\\\n)+/y);
  const before = reader.source[reader.pos - 1] ?? '\n';
  if (reader.source[reader.pos] !== '#' || !/[\s;&|()]/.test(before)) return;
  const comment = match(reader, /[^\n]*/y)?.[0] ?? '';
  reader.mentions += comment.split('FLOW_OUTPUT').length - 1;
}

function wordHere(reader: Reader): string {
  const { pos } = reader;
  const word = match(reader, /[^\s'"`$\\;&|<>()]+/y)?.[0] ?? '';
  reader.pos = pos;
  return word;
}

function endsHere(reader: Reader): boolean {
  return ENDS.has(wordHere(reader));
}

function readCommand(reader: Reader): Command | undefined {
  const word = wordHere(reader);
  if (BETWEEN.has(word)) {
    reader.pos += word.length;
    return undefined;
  }
  if (take(reader, '((')) return passedOver(reader, '))');
  if (word === '[[') return passedOver(reader, ']]');
  if (reader.source[reader.pos] === '(') return readBlock(reader, '(', ')');
  const close = Object.hasOwn(BLOCKS, word) ? BLOCKS[word] : undefined;
  if (close !== undefined) return readBlock(reader, word, close);
  const name = match(
    reader,
    /(?:function[ \t]+)?([\w-]+)[ \t]*\([ \t]*\)\s*|function[ \t]+([\w-]+)\s*(?=\{)/y,
  );
  if (name === undefined) return readSimple(reader);
  const body =
    wordHere(reader) === '{' || reader.source[reader.pos] === '(' ? readCommand(reader) : undefined;
  if (body?.type !== 'compound') reader.isLost = true;
  return body?.type === 'compound' ? { ...body, functionName: name[1] ?? name[2] ?? '' } : body;
}

function readBlock(reader: Reader, open: string, close: string): CompoundCommand {
  reader.pos += open.length;
  const pipelines: Pipeline[] = [];
  if (reader.depth >= DEEPEST) {
    reader.isLost = true;
    reader.pos = reader.source.length;
    return { type: 'compound', pipelines, redirects: [] };
  }
  reader.depth++;
  if (open === 'for' || open === 'select') readLoopHead(reader);
  if (open === 'case') pipelines.push(...readCase(reader));
  else pipelines.push(...readCommands(reader));
  reader.depth--;
  if (!take(reader, close)) reader.isLost = true;
  const redirects: Redirect[] = [];
  for (blanks(reader); ; blanks(reader)) {
    const redirect = readRedirect(reader);
    if (redirect === undefined) return { type: 'compound', pipelines, redirects };
    redirects.push(redirect);
  }
}

/** `for x in a b c`: its words run nothing but what is substituted in them. */
function readLoopHead(reader: Reader): void {
  for (blanks(reader); reader.pos < reader.source.length; blanks(reader)) {
    if (/[;\n]/.test(reader.source[reader.pos] ?? '') || wordHere(reader) === 'do') return;
    if (readWord(reader) === undefined) reader.pos++;
  }
}

/** Behind `case`, up to `esac`. */
function readCase(reader: Reader): readonly Pipeline[] {
  blanks(reader);
  readWord(reader);
  match(reader, /\s*in(?=\s)/y);
  const pipelines: Pipeline[] = [];
  while (reader.pos < reader.source.length) {
    match(reader, /\s+/y);
    blanks(reader);
    if (reader.source[reader.pos] === '\n') continue;
    if (wordHere(reader) === 'esac') break;
    match(reader, /[^)]*\)/y);
    const { pos } = reader;
    pipelines.push(...readCommands(reader, true));
    if (match(reader, /;;?&?/y) === undefined && reader.pos === pos) break;
  }
  return pipelines;
}

/** `[[ ]]` and `(( ))` run nothing but what is substituted. */
function passedOver(reader: Reader, close: string): CompoundCommand {
  let isClosed = false;
  while (reader.pos < reader.source.length && !isClosed) {
    if (take(reader, close)) isClosed = true;
    else if (readWord(reader) === undefined) reader.pos++;
    else if (close === ']]') isClosed = reader.source.slice(reader.pos - 2, reader.pos) === ']]';
  }
  if (!isClosed) reader.isLost = true;
  return { type: 'compound', pipelines: [], redirects: [] };
}

function readSimple(reader: Reader): Command | undefined {
  const assignments: Word[] = [];
  const words: Word[] = [];
  const redirects: Redirect[] = [];
  for (blanks(reader); ; blanks(reader)) {
    const redirect = readRedirect(reader);
    if (redirect !== undefined) {
      redirects.push(redirect);
      continue;
    }
    const word = readWord(reader);
    if (word === undefined) break;
    const name = /^([A-Za-z_]\w*)\+?=/.exec(word.written.text);
    if (name === null || words.some(({ written }) => !DECLARERS.has(written.text))) words.push(word);
    else {
      assignments.push(word);
      if (word.written.text === `${name[0]}${OUTPUT_FILE}`) reader.pathNames.add(name[1] ?? '');
      if (take(reader, '(')) passList(reader);
    }
  }
  const isEmpty = assignments.length + words.length + redirects.length === 0;
  return isEmpty ? undefined : { type: 'simple', assignments, words, redirects };
}

/** Behind `a=(`. */
function passList(reader: Reader): void {
  while (!take(reader, ')')) {
    if (reader.pos >= reader.source.length) {
      reader.isLost = true;
      return;
    }
    if (readWord(reader) === undefined && match(reader, /\s+/y) === undefined) reader.pos++;
  }
}

/** Commands whose arguments are assignments. */
const DECLARERS: ReadonlySet<string> = new Set(['export', 'local', 'readonly', 'declare', 'typeset']);
