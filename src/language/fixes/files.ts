import { nearest } from '../../model/nearest.ts';
import { quoted } from '../blame.ts';
import { lineBreak } from '../edit/layout.ts';
import { asScalar } from '../edit/scalar.ts';
import type { WayOut } from './wayOut.ts';

/** A path whose file isn't there: one with nearly that name. */
export const nearestFile: WayOut = function* ({ analysis: { place: here }, diagnostic: { range }, place }) {
  if (here?.disk === undefined || place.value?.type !== 'scalar') return;
  const { folder, name } = parted(place.value.text.value);
  const names = here.disk.names(folder === '' ? '.' : folder, here.folder);
  const own = here.file.split(/[/\\]/).at(-1);
  const near = nearest(
    name,
    names.filter((each) => !each.endsWith('/') && each !== own && sameKind(each, name)),
  );
  if (near === undefined || near === name) return;
  const newText = asScalar(`${folder}${near}`, true);
  yield { title: `Change to ${quoted(folder + near)}`, edits: [{ range, newText }], preferred: true };
};

/** Makes the workflow that is named and isn't there. */
export const makeFile: WayOut = function* ({ analysis: { text, place: here }, place }) {
  if (here?.disk === undefined || place.value?.type !== 'scalar') return;
  const path = place.value.text.value;
  if (!/^(\.{0,2}\/)?[\w.-]+(\/[\w.-]+)*\.flow\.ya?ml$/.test(path)) return;
  if (here.disk.kind(path, here.folder) !== undefined) return;
  const { name } = parted(path);
  const id = name.replace(/\.flow\.ya?ml$/, '').replace(/[^\w-]/g, '_') || 'task';
  const nl = lineBreak(text);
  const lines = [`name: ${id}`, '', 'tasks:', '  build:', '    run: echo build', ''];
  const file = joined(here.folder, path);
  const made = { file, isNew: true, edits: [{ range: { start: 0, end: 0 }, newText: lines.join(nl) }] };
  yield { title: `Make the file ${quoted(path)}`, edits: [], others: [made] };
};

/** Makes the module that is named and isn't there: a function that leaves nothing yet. */
export const makeModule: WayOut = function* ({ analysis: { text, place: here }, place }) {
  if (here?.disk === undefined || place.value?.type !== 'scalar') return;
  const path = place.value.text.value;
  if (!/^(\.{0,2}\/)?[\w.-]+(\/[\w.-]+)*\.(m?js|m?ts)$/.test(path)) return;
  if (here.disk.kind(path, here.folder) !== undefined) return;
  const lines = ['export default async function () {', '  return {};', '}', ''];
  const file = joined(here.folder, path);
  const edits = [{ range: { start: 0, end: 0 }, newText: lines.join(lineBreak(text)) }];
  yield { title: `Make the file ${quoted(path)}`, edits: [], others: [{ file, isNew: true, edits }] };
};

function parted(path: string): { readonly folder: string; readonly name: string } {
  const end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
  return { folder: path.slice(0, end), name: path.slice(end) };
}

function sameKind(a: string, b: string): boolean {
  return ending(a) === ending(b);
}

function ending(name: string): string {
  return /\.flow\.ya?ml$/.test(name) ? '.flow.yaml' : (/\.[^.]+$/.exec(name)?.[0] ?? '');
}

/** A path from a folder, without `.` and `..`. */
export function joined(folder: string, path: string): string {
  const parts = folder.split(/[/\\]/);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
