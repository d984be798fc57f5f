import { type ProgramArguments, programArguments } from './programArguments.ts';
import { CONTAINERS, PROGRAMS, STARTERS } from './programs.ts';
import { EXPANSION, HOLE } from './scan.ts';

/** Follows the words of one command, to tell where a value would be read as code by what the command starts. */
export interface ArgumentWatch {
  /** Takes the next word, its quotes removed, `HOLE` for a value. Returns the fault of a value in it. */
  take(word: string): string | undefined;
  /** Once all words have been taken: the fault of a value in the command's standard input. */
  inputFault(): string | undefined;
}

/**
 * What the next word may be: the command; the command behind `sudo`, or a value of an option of that;
 * a command anywhere among a container's arguments; or only an argument.
 */
type Place = 'command' | 'started' | 'started or value' | 'contained' | 'argument';

export function watchArguments(): ArgumentWatch {
  let place: Place = 'command';
  let program: ProgramArguments | undefined;

  const look = (word: string): string | undefined => {
    const name = baseName(word);
    const found = PROGRAMS.find((candidate) => candidate.name.test(name));
    if (found !== undefined && (place !== 'argument' || found.code !== undefined)) {
      program = programArguments(found, name, place !== 'argument');
      place = 'argument';
      return undefined;
    }
    const direct = place === 'command' || place === 'started';
    place = placeAfter(place, word, name);
    return direct && isValue(word) ? COMMAND : undefined;
  };

  return {
    take(word) {
      const message = program?.take(word);
      return message ?? (program === undefined || program.ended() ? look(word) : undefined);
    },
    inputFault: () => program?.inputFault(),
  };
}

function placeAfter(place: Place, word: string, name: string): Place {
  if (/^-(exec|execdir|ok|okdir)$/.test(word)) return 'command';
  if (place === 'argument' || place === 'contained') return place;
  if (name === 'timeout' || name === 'chroot') return 'started or value';
  if (STARTERS.has(name)) return 'started';
  if (CONTAINERS.has(name)) return 'contained';
  if (place === 'command') return 'argument';
  if (word.startsWith('-')) return 'started or value';
  // `env A=b`, `timeout 5m`
  const belongs = place === 'started or value' || /^\w+=|^[\d.]+[smhd]?$/.test(word);
  return belongs || word.startsWith(HOLE) || word.startsWith(EXPANSION) ? 'started' : 'argument';
}

/** The name of the program that a word names, whatever folder it is in. */
function baseName(word: string): string {
  const name = word.slice(-64);
  return name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).replace(/\.exe$/i, '');
}

/** The whole word is a value. */
function isValue(word: string): boolean {
  return word !== '' && word.split(HOLE).join('') === '';
}

const COMMAND =
  'A value can’t be the command itself, for what it says would be run. Write the command’s name; if running the value is what you mean, put it into `env:` and run that variable.';
