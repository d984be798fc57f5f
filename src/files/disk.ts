import { readdirSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Disk } from '../language/nested/disk.ts';
import { hasCommand } from './hasCommand.ts';
import { FORGETFUL, type Memory } from './memory.ts';
import { withoutMark } from './workflows.ts';

/** Finds the text of a file that is open in an editor; it may not be saved yet. */
export type OpenText = (path: string) => string | undefined;

const LONGEST = 1_000_000;

const MOST_NAMES = 1000;

/** The disk of this machine, as the language sees it. */
export function diskOf(openText: OpenText, { recall }: Memory = FORGETFUL): Disk {
  return {
    kind(path, folder) {
      const at = resolve(folder, path);
      return recall(`kind ${at}`, () => quietly(() => kindOf(at)));
    },
    text(path, folder) {
      const file = resolve(folder, path);
      return openText(file) ?? recall(`text ${file}`, () => quietly(() => textOf(file)));
    },
    names(path, folder) {
      const at = resolve(folder, path);
      return recall(`names ${at}`, () => quietly(() => namesIn(at))) ?? [];
    },
    hasCommand: (name) => recall(`command ${name}`, () => hasCommand(name)),
  };
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  const found = statSync(path);
  if (found.isDirectory()) return 'folder';
  return found.isFile() ? 'file' : undefined;
}

function textOf(path: string): string | undefined {
  const found = statSync(path);
  if (!found.isFile() || found.size > LONGEST) return undefined;
  const text = readFileSync(path, 'utf8');
  return text.includes('\0') ? undefined : withoutMark(text);
}

function namesIn(path: string): readonly string[] {
  return readdirSync(path, { withFileTypes: true })
    .slice(0, MOST_NAMES)
    .map((each) => (each.isDirectory() ? `${each.name}/` : each.name))
    .sort();
}

function quietly<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
