import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Whether a command of this name is in the PATH. */
export function hasCommand(name: string): boolean {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.some((folder) => endings().some((ending) => canStart(join(folder, `${name}${ending}`))));
}

function endings(): readonly string[] {
  if (process.platform !== 'win32') return [''];
  return ['', ...(process.env['PATHEXT'] ?? '.EXE;.CMD;.BAT').split(';')];
}

function canStart(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
