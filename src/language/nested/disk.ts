/**
 * What stands beside a file: all that the language may know of a disk. Paths are as written, relative to `folder`.
 * Nothing here throws; what can't be looked at isn't there.
 */
export interface Disk {
  kind(path: string, folder: string): 'file' | 'folder' | undefined;
  /** As it is in an open editor, else as on the disk; nothing where it isn't a text, or longer than 1 million characters. */
  text(path: string, folder: string): string | undefined;
  /** The names in a folder, sorted; those of folders end with "/". At most 1,000. */
  names(path: string, folder: string): readonly string[];
  /** Whether a command of this name could be started; `undefined` where nobody knows. */
  hasCommand(name: string): boolean | undefined;
}
