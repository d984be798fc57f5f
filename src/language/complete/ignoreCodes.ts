import { DEFAULT_SEVERITIES } from '../../model/diagnostic.ts';
import { lineStart } from '../../model/text.ts';
import type { Analysis } from '../analyze.ts';
import { type Completion, inOrder } from './completion.ts';

/** In a comment `# flow-ignore: …`, the codes that can be silenced: what is said of the line that it speaks of comes first. */
export function ignoreCompletions(
  { text, lines, diagnostics }: Analysis,
  offset: number,
): readonly Completion[] {
  const start = lineStart(text, offset);
  const line = text.slice(start, offset);
  const [, before, codes, word = ''] = /^(.*?)#\s*flow-ignore:((?:[^#]*[,\s])?)([\w-]*)$/.exec(line) ?? [];
  if (before === undefined || codes === undefined || codes.includes('--')) return [];
  const range = {
    start: offset - word.length,
    end: offset + (/^[\w-]*/.exec(text.slice(offset))?.[0].length ?? 0),
  };
  const written = new Set(codes.split(/[\s,]+/));
  const at = lines.position(offset).line + (before.trim() === '' ? 1 : 0);
  const said = diagnostics.filter(
    (each) => each.severity !== 'error' && lines.position(each.range.start).line === at,
  );
  const messages = new Map(said.map(({ code, message }) => [String(code), message]));
  const others = Object.entries(DEFAULT_SEVERITIES).filter(([, severity]) => severity !== 'error');
  const names = [...new Set([...messages.keys(), ...others.map(([code]) => code)])];
  const lead = codes === '' && word === '' ? ' ' : '';
  return names
    .filter((code) => !written.has(code) && code !== 'unused-ignore')
    .map((code, i) => {
      const message = messages.get(code);
      return {
        label: code,
        kind: 'value',
        ...(message === undefined ? {} : { detail: 'said of this line', documentation: message }),
        insertText: `${lead}${code}`,
        range,
        sortText: inOrder(i),
      };
    });
}
