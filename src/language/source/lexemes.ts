import { CST, Lexer } from 'yaml';
import { lineStart, type Range } from '../../model/text.ts';
import { endOfUnclosedQuote, endOfUnquotedExpression } from './slips.ts';

/**
 * What `yaml`'s lexer makes of a text. Where it would lose its way, it is led on, so that one slip doesn't cost the
 * rest of the file while it is being typed:
 *
 * - Giving up a bracket that is never closed, it forgets how deep the line is indented that it goes on with, and
 *   takes the next line's key for more of that line's text. It begins anew on that line.
 * - A quote that is never closed takes everything behind it. It is cut at the end of its line.
 * - Inside brackets, `${{ }}` without quotes reads as two maps in one another. It is told as a text, and to `slip`.
 */
export function* lexemesOf(text: string, slip: (unquoted: Range) => void): Iterable<string> {
  // Of such a text it can't be told what is a mark of the lexer and what is written.
  if (MARKS.some((mark) => text.includes(mark))) {
    yield* new Lexer().lex(text);
    return;
  }
  let lexemes = lexFrom(text, 0, false);
  // Where the next lexeme begins, and how far the letters have been told: further than that inside an expression.
  let offset = 0;
  let told = 0;
  let inScalar = false;
  let openBrackets = 0;
  let closesBrackets = false;
  for (let next = lexemes.next(); !next.done; next = lexemes.next()) {
    const lexeme = next.value;
    const end = offset + (inScalar ? lexeme.length : lengthOf(lexeme));
    if (closesBrackets && !/^(\s|#)/.test(lexeme)) {
      yield CST.FLOW_END;
      closesBrackets = false;
    }
    const lineEnd = inScalar ? undefined : endOfUnclosedQuote(text, lexeme, offset);
    if (lineEnd !== undefined) {
      if (told < lineEnd) yield text.slice(told, lineEnd);
      closesBrackets = openBrackets > 0;
      openBrackets = 0;
      offset = Math.max(told, lineEnd);
      told = offset;
      lexemes = lexFrom(text, offset, true);
      continue;
    }
    const expressionEnd = inScalar && openBrackets > 0 ? endOfUnquotedExpression(text, end) : undefined;
    if (expressionEnd !== undefined && offset >= told) {
      slip({ start: offset, end: expressionEnd });
      yield text.slice(offset, expressionEnd);
      told = expressionEnd;
    } else if (offset >= told) {
      yield lexeme;
      told = end;
    } else if (end > told) {
      if (inScalar) yield CST.SCALAR;
      yield text.slice(told, end);
      told = end;
    }
    if (!inScalar) openBrackets = Math.max(0, openBrackets + bracket(lexeme));
    offset = end;
    if (!inScalar && lexeme === CST.FLOW_END) {
      openBrackets = 0;
      offset = lineStart(text, offset);
      lexemes = lexFrom(text, offset, true);
    }
    inScalar = !inScalar && lexeme === CST.SCALAR;
  }
}

/** Lexes a text from some place on; `within` a document, its beginning isn't told again. */
function* lexFrom(text: string, start: number, within: boolean): Generator<string, void> {
  let isBegun = !within;
  for (const lexeme of new Lexer().lex(start === 0 ? text : text.slice(start))) {
    if (!isBegun && lexeme === CST.DOCUMENT) isBegun = true;
    else yield lexeme;
  }
}

function bracket(lexeme: string): number {
  if (lexeme === '[' || lexeme === '{') return 1;
  return lexeme === ']' || lexeme === '}' ? -1 : 0;
}

/** They stand for no letters. */
const MARKS: readonly string[] = [CST.DOCUMENT, CST.SCALAR, CST.FLOW_END];

function lengthOf(lexeme: string): number {
  return MARKS.includes(lexeme) ? 0 : lexeme.length;
}
