import type { Range, Text } from '../../model/text.ts';
import { blockSegments } from './blockSegments.ts';
import {
  doubleQuotedEscape,
  flowSegments,
  noEscape,
  type Segment,
  singleQuotedEscape,
} from './flowSegments.ts';

export type ScalarStyle = 'plain' | 'single-quoted' | 'double-quoted' | 'block';

/** A scalar's value with the map from its letters to the source. Takes time in proportion to the scalar. */
export function scalarText(source: string, range: Range, value: string, style: ScalarStyle): Text {
  return { value, range, segments: segmentsOf(source, range, value, style) };
}

function segmentsOf(
  source: string,
  { start, end }: Range,
  value: string,
  style: ScalarStyle,
): readonly Segment[] {
  if (style === 'block') return blockSegments(source, { start, end }, value);
  const quote = style === 'plain' ? 0 : 1;
  // The most common case: nothing folded, nothing escaped.
  if (value.length === end - start - 2 * quote && !value.includes('\n')) {
    return [{ value: 0, source: start + quote }];
  }
  if (style === 'plain') return flowSegments(source, start, end, noEscape);
  const escaping = style === 'single-quoted' ? singleQuotedEscape : doubleQuotedEscape;
  return flowSegments(source, start + 1, Math.max(start + 1, end - 1), escaping);
}
