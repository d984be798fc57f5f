import { quoted } from '../blame.ts';

/** What `yaml` says of a fault, in words that name the way out. `piece` is the source that it blames. */
export function syntaxWords(code: string, message: string, piece: string): string {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'YAML is indented with spaces, never with tabs.';
    case 'BLOCK_AS_IMPLICIT_KEY':
      return message.includes('compact')
        ? 'A ": " inside a text begins a map. Put the text in quotes, or the map on a line of its own.'
        : 'A list can\'t be a key. Is a ":" missing, or the list not indented?';
    case 'MULTILINE_IMPLICIT_KEY':
      return 'A key stands on one line. Is a ":" missing behind it, or a quote never closed?';
    case 'BAD_SCALAR_START':
      return `A text that begins with "${piece.slice(0, 1)}" must be in quotes.`;
    case 'BAD_DQ_ESCAPE':
      return `${message.replace('Invalid escape sequence ', '"')}" is no escape. Write "\\\\" for a backslash, or put the text in single quotes.`;
    case 'BAD_INDENT':
      return indentWords(message);
    case 'MISSING_CHAR':
      return missingWords(message);
    case 'RESOURCE_EXHAUSTION':
      return TOO_DEEP;
    case 'BLOCK_IN_FLOW':
      return 'Inside [ ] and { } everything is written with [ ] and { } as well.';
    case 'KEY_OVER_1024_CHARS':
      return 'A key may have at most 1,024 characters.';
    case 'TAG_RESOLVE_FAILED':
      return message.startsWith('Unresolved tag')
        ? `${quoted(piece)} is a YAML tag, which means nothing here. Put a text that begins with "!" in quotes, or in \${{ }}.`
        : sentence(message);
    case 'UNEXPECTED_TOKEN':
      return unexpectedWords(message, piece);
    default:
      return sentence(message);
  }
}

export const UNQUOTED_EXPRESSION = 'Inside { } and [ ] an expression must be in quotes: "${{ … }}".';

export const TOO_DEEP = 'This is nested too deeply: 100 levels are the most.';

function indentWords(message: string): string {
  const [, closer] = /must be sufficiently indented and end with a (\S)/.exec(message) ?? [];
  if (closer !== undefined) return neverClosed(closer);
  if (message.startsWith('Block scalar'))
    return 'The lines of this text must be indented deeper than its key.';
  if (message.startsWith('All sequence')) return 'The items of a list start at the same column.';
  return 'The keys of a map start at the same column.';
}

function missingWords(message: string): string {
  const [, closer] = /must end with a (\S)/.exec(message) ?? [];
  if (closer !== undefined) return neverClosed(closer);
  if (message.startsWith('Missing closing'))
    return `This text is never closed: a ${message[16] ?? 'quote'} is missing.`;
  if (message.startsWith('Implicit map keys')) return 'A key needs a ":" and then its value.';
  if (message.startsWith('Missing , between')) return 'A comma is missing before this.';
  if (message.startsWith('Missing , or :')) return 'A comma or a ":" is missing before this.';
  if (message.startsWith('Missing space after')) return 'A space is missing behind the ":".';
  if (message.startsWith('Sequence item')) return 'An item of a list begins with "- ".';
  if (message.startsWith('Comments')) return 'A comment needs a space before its "#".';
  return sentence(message);
}

function unexpectedWords(message: string, piece: string): string {
  if (message.includes('Unexpected empty item')) return 'Nothing stands between two commas here.';
  const shown = piece.trim().slice(0, 20);
  return shown === '' ? `${sentence(message)}` : `"${shown}" isn't expected here.`;
}

function neverClosed(closer: string): string {
  return `A "${closer}" is missing here: "${closer === ']' ? '[' : '{'}" is never closed.`;
}

function sentence(message: string): string {
  const [line = message] = message.split('\n');
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
