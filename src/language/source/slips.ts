/** Where the first line of a quoted text ends that runs to the end of the file without being closed. */
export function endOfUnclosedQuote(text: string, lexeme: string, offset: number): number | undefined {
  const quote = lexeme[0];
  if ((quote !== '"' && quote !== "'") || offset + lexeme.length < text.length) return undefined;
  const lineEnd = text.indexOf('\n', offset);
  if (lineEnd < 0 || isClosed(lexeme, quote)) return undefined;
  return text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
}

/** Where a text ends that has `${{ }}` in it and no quotes around it, if the second brace of one is at `offset`. */
export function endOfUnquotedExpression(text: string, offset: number): number | undefined {
  if (!text.startsWith('${{', offset - 1)) return undefined;
  let end: number | undefined;
  for (let at = offset; text.startsWith('{{', at); ) {
    const close = text.indexOf('}}', at);
    const lineEnd = text.indexOf('\n', at);
    if (close < 0 || (lineEnd >= 0 && lineEnd < close)) break;
    at = close + 2;
    while (at < text.length && !',[]{}\r\n'.includes(text[at] ?? '')) at++;
    end = at;
    if (text[at - 1] !== '$') break;
  }
  while (end !== undefined && ' \t'.includes(text[end - 1] ?? '.')) end--;
  return end;
}

function isClosed(lexeme: string, quote: string): boolean {
  if (lexeme.length === 1 || !lexeme.endsWith(quote)) return false;
  const marker = quote === '"' ? '\\' : "'";
  let at = lexeme.length - 1;
  while (at > 1 && lexeme[at - 1] === marker) at--;
  return (lexeme.length - 1 - at) % 2 === 0;
}
