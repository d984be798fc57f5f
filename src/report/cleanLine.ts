// What tasks and authors write is shown as text only: it moves no cursor, sets no title and looks like no line of ours.

const ESCAPE = '\u001b';

/** Control sequences, strings and short escapes of ECMA-48, those begun by C1 characters included. */
const SEQUENCES = new RegExp(
  [
    `(?:${ESCAPE}\\[|\u009b)[0-?]*[ -/]*[@-~]`,
    `(?:${ESCAPE}[\\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007${ESCAPE}\u0090\u0098\u009c-\u009f]*(?:\u0007|${ESCAPE}\\\\|\u009c)`,
    `${ESCAPE}[ -/]*[0-Z\\\\^-~]`,
  ].join('|'),
  'g',
);

/** Select Graphic Rendition: colours and weights, and nothing else. */
const COLOUR = new RegExp(`^${ESCAPE}\\[[0-9;:]*m$`);

const ASCII_CONTROLS = /[\p{Cc}]/gu;

/** Characters that reorder or break a line without being seen. */
const HIDDEN = /[\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** One line without its line break, as plain text: escape sequences gone, control characters made visible. */
export function plainLine(line: string): string {
  return visible(lastOverwrite(line).replace(SEQUENCES, ''));
}

/** One line without its line break, for a terminal: colours stay and end with the line, all else as `plainLine`. */
export function colouredLine(line: string): string {
  let coloured = false;
  let result = '';
  let end = 0;
  const text = lastOverwrite(line);
  for (const match of text.matchAll(SEQUENCES)) {
    result += visible(text.slice(end, match.index));
    end = match.index + match[0].length;
    if (!COLOUR.test(match[0])) continue;
    coloured = true;
    result += match[0];
  }
  result += visible(text.slice(end));
  return coloured ? `${result}${ESCAPE}[0m` : result;
}

/** A text of any number of lines as one plain line, for names and values inside a line of ours. */
export function oneLine(text: string): string {
  const lines = text.replace(SEQUENCES, '').split(/[\r\n\u2028\u2029]/);
  return visible(
    lines
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join(' '),
  );
}

/** The lines of a text, without their line breaks; the break at the very end opens no further line. */
export function linesIn(text: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** Programs redraw a progress bar after a carriage return: what the last of them drew is what a person would see. */
function lastOverwrite(line: string): string {
  if (!line.includes('\r')) return line;
  return line.split('\r').findLast((part) => part !== '') ?? '';
}

function visible(text: string): string {
  return text
    .replace(ASCII_CONTROLS, (control) => {
      const code = control.charCodeAt(0);
      if (code === 9) return control;
      if (code < 32) return String.fromCharCode(0x2400 + code);
      return code === 127 ? '\u2421' : '\ufffd';
    })
    .replace(HIDDEN, '\ufffd');
}
