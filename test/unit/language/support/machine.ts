import { placeOf } from '../../../../src/files/place.ts';
import type { Disk } from '../../../../src/language/nested/disk.ts';
import type { FilePlace } from '../../../../src/language/nested/workflowFiles.ts';

/** Where a file is, on a machine that has every command but `fish`, whatever the one has that the tests run on. */
export function placeOnMachine(path: string): FilePlace {
  return onMachine(placeOf(path));
}

export function onMachine(place: FilePlace): FilePlace {
  return { ...place, disk: { ...(place.disk ?? NO_DISK), hasCommand: (name) => name !== 'fish' } };
}

const NO_DISK: Disk = {
  kind: () => undefined,
  text: () => undefined,
  names: () => [],
  hasCommand: () => undefined,
};
