import { CST, Lexer, Parser } from 'yaml';

/** The tokens of a text, for `yaml`'s composer. */
export function* tokensOf(text: string): Iterable<CST.Token> {
  const parser = new Parser();
  for (const lexeme of lexemesOf(text)) yield* parser.next(lexeme);
  yield* parser.end();
}

/**
 * What the lexer makes of a text. Where it gives a bracket up that is never closed, it forgets how deep the line is
 * indented that it goes on with, and takes the next line's key for more of that line's text. So it begins anew there.
 */
function* lexemesOf(text: string): Iterable<string> {
  let lexemes = new Lexer().lex(text);
  let offset = 0;
  let inScalar = false;
  for (let next = lexemes.next(); !next.done; next = lexemes.next()) {
    const lexeme = next.value;
    yield lexeme;
    if (inScalar) offset += lexeme.length;
    else if (lexeme === CST.FLOW_END) {
      const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
      lexemes = new Lexer().lex(text.slice(lineStart));
      const first = passOver(lexemes, offset - lineStart);
      if (first === undefined) return;
      yield first;
      offset += lengthOf(first);
      inScalar = first === CST.SCALAR;
      continue;
    } else offset += lengthOf(lexeme);
    inScalar = !inScalar && lexeme === CST.SCALAR;
  }
}

/** The first lexeme behind the indentation, which was told before. */
function passOver(lexemes: Iterator<string>, length: number): string | undefined {
  let passed = 0;
  for (let next = lexemes.next(); !next.done; next = lexemes.next()) {
    if (next.value === CST.DOCUMENT) continue;
    if (passed >= length) return next.value;
    passed += next.value.length;
  }
  return undefined;
}

/** Marks stand for no letters. */
function lengthOf(lexeme: string): number {
  return lexeme === CST.DOCUMENT || lexeme === CST.SCALAR || lexeme === CST.FLOW_END ? 0 : lexeme.length;
}
