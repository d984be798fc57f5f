import type { Scalar } from 'yaml';
import type { Range } from '../../model/text.ts';
import { type ScalarStyle, scalarText } from './scalarText.ts';
import type { ScalarValue } from './value.ts';

/** A scalar as `yaml` read it, with its text as it is written. */
export function scalarValue(source: string, node: Scalar, range: Range): ScalarValue {
  const style = styleOf(node);
  const { value } = node;
  const written = value === null || value === undefined ? '' : (node.source ?? '');
  const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  const text = scalarText(source, range, written, style);
  const shown = style === 'block' ? withoutBlankEnd(source, range) : range;
  return {
    type: 'scalar',
    range: shown,
    data: known ? value : value === null || value === undefined ? null : written,
    text: { ...text, range: shown },
    quoted: style !== 'plain',
  };
}

/** Where a value should stand and nothing is written. */
export function nothingAt(range: Range): ScalarValue {
  const text = { value: '', range, segments: [{ value: 0, source: range.start }] };
  return { type: 'scalar', range, data: null, text, quoted: false };
}

function styleOf(node: Scalar): ScalarStyle {
  switch (node.type) {
    case 'QUOTE_SINGLE':
      return 'single-quoted';
    case 'QUOTE_DOUBLE':
      return 'double-quoted';
    case 'BLOCK_FOLDED':
    case 'BLOCK_LITERAL':
      return 'block';
    default:
      return 'plain';
  }
}

function withoutBlankEnd(source: string, { start, end }: Range): Range {
  let at = end;
  while (at > start + 1 && ' \t\r\n'.includes(source[at - 1] ?? '.')) at--;
  return { start, end: at };
}
