import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type Analysis, analyze } from '../../../../src/language/analyze.ts';
import type { FileRange } from '../../../../src/language/fileRange.ts';
import type { Disk } from '../../../../src/language/nested/disk.ts';
import type { Workspace } from '../../../../src/language/nested/workspace.ts';
import { filesOf } from './files.ts';

const FOLDER = join(import.meta.dirname, '..', 'navigation');

/** `ACCEPT=1` takes what comes out now for right. Read it before you commit it. */
const ACCEPT = process.env['ACCEPT'] === '1';

/** Some files, one of them with the cursor. */
export interface Given {
  /** What stands behind `->` in the heading. */
  readonly argument: string;
  readonly analysis: Analysis;
  readonly offset: number;
  readonly workspace: Workspace;
  /** The analysis of a file by its id. */
  readonly analysisOf: (file: string) => Analysis;
  /** The text of a file by its id; of the one with the cursor by nothing. */
  readonly textOf: (file: string | undefined) => string;
}

/**
 * A test for each case of `navigation/NAME.txt`: `=== what it shows`, the text of `main.flow.yaml`, others behind
 * `--- PATH`, the cursor `▮` in one of them, and behind `>>>` what comes out. `␍` is a carriage return.
 */
export function navigationCases(name: string, result: (given: Given) => string): void {
  const path = join(FOLDER, `${name}.txt`);
  const cases = readFileSync(path, 'utf8').split(/^=== /m).slice(1);
  assert.ok(cases.length > 0, `${path} has cases`);
  const outcome = (written: string): string => `${result(given(written.split(/^>>>\n/m)[0] ?? ''))}\n`;
  if (ACCEPT) {
    const all = cases.map((each) => `=== ${each.split(/^>>>\n/m)[0]}>>>\n${outcome(each)}`);
    writeFileSync(path, all.join('\n'));
    return;
  }
  for (const written of cases) {
    const [title = ''] = written.split('\n', 1);
    it(title, () => assert.equal(outcome(written).trim(), (written.split(/^>>>\n/m)[1] ?? '').trim()));
  }
}

function given(written: string): Given {
  const [first = '', ...others] = written.split(/^--- /m);
  const [[title, text], ...beside] = [cutAtLine(first), ...others.map(cutAtLine)];
  const marked = Object.fromEntries([['main.flow.yaml', text], ...beside] as const);
  const asked = Object.keys(marked).find((each) => marked[each]?.includes('▮')) ?? 'main.flow.yaml';
  const texts = Object.fromEntries(
    Object.entries(marked).map(([name, each]) => [name, each.replace('▮', '')]),
  );
  const files = filesOf(texts);
  const understand = (name: string): Analysis =>
    analyze(texts[name] ?? '', { ...files.place(name), disk: diskOf(texts) });
  return {
    argument: title.split(' -> ')[1] ?? '',
    analysis: understand(asked),
    offset: Math.max(marked[asked]?.indexOf('▮') ?? 0, 0),
    workspace: Object.keys(texts)
      .filter((name) => name.endsWith('.flow.yaml'))
      .map((name) => ({
        id: files.place(name).id,
        text: () => texts[name],
        analysis: () => understand(name),
        alone: () => analyze(texts[name] ?? ''),
      })),
    analysisOf: (file) => understand(file.replace('/flows/', '')),
    textOf: (file) => texts[file === undefined ? asked : file.replace('/flows/', '')] ?? '',
  };
}

/** The files of a case, as if they lay on a disk. */
function diskOf(texts: Readonly<Record<string, string>>): Disk {
  const inFolder = (path: string, folder: string): string =>
    posix.relative('/flows', posix.resolve(folder, path));
  return {
    kind(path, folder) {
      const at = inFolder(path, folder);
      if (texts[at] !== undefined) return 'file';
      return Object.keys(texts).some((name) => name.startsWith(`${at}/`)) ? 'folder' : undefined;
    },
    text: (path, folder) => texts[inFolder(path, folder)],
    names: () => [],
    hasCommand: () => undefined,
  };
}

/** The lines of some places, each with its marks: `«given»`, `‹read›`. */
export function drawPlaces(
  places: readonly (FileRange & { readonly role?: 'gives' | 'reads' })[],
  textOf: Given['textOf'],
): string {
  if (places.length === 0) return '(nowhere)';
  const byFile = Map.groupBy(places, ({ file }) => file);
  return [...byFile].map(([file, all]) => `${file ?? 'here'}\n${lines(textOf(file), all)}`).join('\n');
}

function lines(text: string, places: readonly (FileRange & { readonly role?: 'gives' | 'reads' })[]): string {
  const marked = [...places]
    .sort((a, b) => b.range.start - a.range.start)
    .reduce((done, { range: { start, end }, role }) => {
      const [open, close] = role === 'reads' ? '‹›' : '«»';
      return `${done.slice(0, start)}${open}${done.slice(start, end)}${close}${done.slice(end)}`;
    }, text);
  return marked
    .split('\n')
    .flatMap((line, i) =>
      /[«‹»›]/.test(line) ? [`${String(i + 1).padStart(4)} ${line.replace('\r', '␍')}`] : [],
    )
    .join('\n');
}

function cutAtLine(text: string): readonly [string, string] {
  const end = text.indexOf('\n');
  return [
    text.slice(0, end),
    text
      .slice(end + 1)
      .replace(/\n$/, '')
      .replaceAll('␍', '\r'),
  ];
}
