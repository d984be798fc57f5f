import type { Range } from '../../model/text.ts';
import type { Disk } from '../nested/disk.ts';
import { type Completion, inOrder } from './completion.ts';
import { type PathPlace, pathPlace, type Wanted } from './filePlace.ts';
import { gap, type Place } from './place.ts';

/** Paths from the workflow's file, folder by folder; `undefined` where no path is being written, or no disk is known. */
export function fileCompletions(place: Place): readonly Completion[] | undefined {
  const { analysis, offset } = place;
  const disk = analysis.place?.disk;
  const found = pathPlace(place);
  if (disk === undefined || found === undefined) return undefined;
  const before = analysis.text.slice(found.range.start, offset);
  if (/[*?[{$]/.test(before) || /^([/\\~]|[A-Za-z]:)/.test(before)) return [];
  const within = before.slice(0, before.lastIndexOf('/') + 1);
  const names = namesIn(place, found, disk, within);
  const range = segmentAt(analysis.text, offset, {
    ...found.range,
    start: found.range.start + within.length,
  });
  const lead = before === '' && !found.quoted ? gap(place) : '';
  // A star that nothing stands before would name an anchor.
  const isOpen = before === '' && !found.quoted;
  return [...names, ...patternsOf(names, found.wanted)].map((name, i) => {
    const isFolder = name.endsWith('/');
    return {
      label: name,
      kind: isFolder ? 'folder' : 'file',
      insertText: lead + (isOpen && name.startsWith('*') ? JSON.stringify(name) : name),
      ...(isFolder && found.wanted.type !== 'folders' ? { opens: true } : {}),
      range,
      sortText: inOrder(i),
    };
  });
}

/** The files that fit, then the folders; what is hidden, or isn't the author's, only where its name is begun. */
function namesIn(
  { analysis, offset }: Place,
  { folder, wanted, quoted, range }: PathPlace,
  disk: Disk,
  within: string,
): readonly string[] {
  const root = analysis.place?.folder ?? '';
  const start = /^\.\/?$/.test(folder) ? '' : `${folder.replace(/\/$/, '')}/`;
  const all = disk.names(`${start}${within}` || '.', root);
  const begun = analysis.text.slice(range.start + within.length, offset);
  const own = `${start}${within}` === '' ? nameOf(analysis.place?.id ?? '') : '';
  const shown = all.filter((name) => {
    if (name.startsWith('.') && !begun.startsWith('.')) return false;
    if (name === 'node_modules/' && begun === '') return false;
    return name !== own && (quoted || PLAIN.test(name));
  });
  const folders = shown.filter((name) => name.endsWith('/'));
  const up = /^(\.\.\/)*$/.test(within) ? ['../'] : [];
  if (wanted.type === 'folders') return [...folders, ...up];
  const files = shown.filter((name) => !name.endsWith('/'));
  if (wanted.type === 'globs') return [...folders, ...files];
  return [...files.filter((name) => wanted.names.test(name)), ...folders, ...up];
}

/** Names that need no quotes. */
const PLAIN = /^[\p{L}\p{N}_.@+=~()/ -]+$/u;

/** Of globs, all files of an ending of which there are several, and all that is there at whatever depth. */
function patternsOf(names: readonly string[], wanted: Wanted): readonly string[] {
  if (wanted.type !== 'globs') return [];
  const endings = new Map<string, number>();
  for (const name of names) {
    const ending = /[^.](\.\w+)$/.exec(name)?.[1];
    if (ending !== undefined) endings.set(ending, (endings.get(ending) ?? 0) + 1);
  }
  const several = [...endings].filter(([, count]) => count > 1).map(([ending]) => `*${ending}`);
  return names.length === 0 ? several : [...several, '**'];
}

/** Up to the next slash. */
function segmentAt(text: string, offset: number, { start, end }: Range): Range {
  const slash = text.slice(offset, end).indexOf('/');
  return { start, end: slash < 0 ? Math.max(end, offset) : offset + slash + 1 };
}

function nameOf(id: string): string {
  return id.slice(Math.max(id.lastIndexOf('/'), id.lastIndexOf('\\')) + 1);
}
