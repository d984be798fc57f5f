import assert from 'node:assert/strict';
import type { Analysis } from '../../../../src/language/analyze.ts';
import type { Edit } from '../../../../src/language/edit.ts';
import type { Range } from '../../../../src/model/text.ts';

/** Holds an analysis against what is true of each, whatever its text. */
export function assertSound({ text, diagnostics }: Analysis): void {
  let before = 0;
  for (const { range, related, message } of diagnostics) {
    assertInside(text, range);
    for (const place of related) assertInside(text, place.range);
    assert.ok(range.start >= before, 'in the order of the file');
    assert.match(message, /[.!?]$/, 'a sentence');
    assert.ok(!message.includes('\n'), 'on one line');
    before = range.start;
  }
}

export function assertInside(text: string, { start, end }: Range): void {
  assert.ok(0 <= start && start <= end && end <= text.length, `${start}-${end} in ${text.length}`);
}

/** Of places in this file and in others, those in this one. */
export function assertPlaces(
  text: string,
  places: readonly { readonly range: Range; readonly file?: string | undefined }[],
): void {
  for (const { range, file } of places) if (file === undefined) assertInside(text, range);
}

/** Inside the text, and none over another. */
export function assertEdits(text: string, edits: readonly Edit[]): void {
  let before = 0;
  for (const { range } of [...edits].sort((a, b) => a.range.start - b.range.start)) {
    assertInside(text, range);
    assert.ok(range.start >= before, 'edits lie over one another');
    before = range.end;
  }
}

export function within(inner: Range, outer: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
