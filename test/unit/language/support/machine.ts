import { placeOf } from '../../../../src/files/place.ts';
import type { Disk } from '../../../../src/language/nested/disk.ts';
import type { FilePlace } from '../../../../src/language/nested/workflowFiles.ts';

/** Where a file is, on a machine that has every command but `fish`, whatever the one has that the tests run on. */
export function placeOnMachine(path: string): FilePlace {
  const place = placeOf(path);
  return place.disk === undefined ? place : withCommands({ ...place, disk: place.disk });
}

/** The same of a file whose texts name files that nobody has written; but for `nowhere`, all of them are there. */
export function placeAmongFiles(place: FilePlace): FilePlace {
  const kind = (path: string): 'file' | undefined => (/nowhere/.test(path) ? undefined : 'file');
  const disk: Disk = { kind, text: () => undefined, names: () => [], hasCommand: () => undefined };
  return withCommands({ ...place, disk });
}

function withCommands(place: FilePlace & { readonly disk: Disk }): FilePlace {
  return { ...place, disk: { ...place.disk, hasCommand: (name) => name !== 'fish' } };
}
