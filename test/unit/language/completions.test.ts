import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Analysis, analyze } from '../../../src/language/analyze.ts';
import { type Completion, complete } from '../../../src/language/complete.ts';
import { besidesIn, laidOut } from './support/besides.ts';
import { testCases } from './support/caseFile.ts';
import { pastRun } from './support/pastRun.ts';

const FOLDER = join(import.meta.dirname, 'completions');

/** The last run, in the words of `pastRun`, and the workflow that it was one of, where that has been changed since. */
const STORY = 'last run';
const RUN_OF = 'last run of';

/** Each case of `completions/NAME.txt` has a cursor `▮` in its text, and below it what is offered there, in order. */
describe('the completions of', () => {
  for (const name of readdirSync(FOLDER)) {
    describe(name, () => testCases(join(FOLDER, name), drawCompletions));
  }
});

function drawCompletions(input: string): string {
  const { text: marked, beside } = besidesIn(input);
  const offset = marked.indexOf('▮');
  assert.ok(offset >= 0, 'there is a cursor');
  const text = marked.replace('▮', '');
  const { [STORY]: story, [RUN_OF]: ran = text, ...files } = beside;
  const runs = story === undefined ? [] : [pastRun(ran, story.trimEnd().split('\n'))];
  const offered = (analysis: Analysis): string => drawn(text, offset, complete(analysis, offset, runs));
  if (Object.keys(files).length === 0) return offered(analyze(text));
  return laidOut(files, (place) => offered(analyze(text, place)));
}

function drawn(text: string, offset: number, completions: readonly Completion[]): string {
  if (completions.length === 0) return '(nothing)';
  const sorted = [...completions].sort((a, b) => compare(a.sortText ?? a.label, b.sortText ?? b.label));
  const here = sorted.filter(({ owner, kind }) => owner === undefined && kind !== 'snippet');
  const words = new Set(
    here.map(({ range }) => `${text.slice(range.start, offset)}▮${text.slice(offset, range.end)}`),
  );
  const replaced = [...words]
    .map((word) => (word === '▮' ? '' : `for ${word}`))
    .filter((word) => word !== '');
  const snippets = sorted.filter(({ owner, kind }) => owner === undefined && kind === 'snippet');
  const owners = new Set(sorted.flatMap(({ owner }) => owner ?? []));
  return [
    ...replaced,
    ...here.map(line),
    ...(snippets.length === 0 ? [] : [`+ snippets ${labels(snippets)}`]),
    ...[...owners].map((owner) => `+ of ${owner}: ${labels(sorted.filter((each) => each.owner === owner))}`),
  ].join('\n');
}

function labels(completions: readonly Completion[]): string {
  return completions.map(({ label }) => label).join(', ');
}

/** Label, detail, and what is inserted where that isn't the label; `…` where the next thing is offered at once. */
function line({ label, kind, detail, insertText, isSnippet, opens }: Completion): string {
  const told = detail === undefined || kind === 'key' ? '' : `  (${detail})`;
  const written = `${isSnippet === true ? 'snippet ' : ''}${JSON.stringify(insertText).slice(1, -1)}`;
  const inserted = insertText === label && isSnippet !== true ? '' : `  ⇒ ${written}`;
  return `${label}${told}${inserted}${opens === true ? ' …' : ''}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
