import { globSync } from 'node:fs';
import { join } from 'node:path';

const LANGUAGES = ['shellscript', 'python', 'javascript', 'powershell', 'bat'];

/** Where a VS Code keeps its own extensions: the server, the desktop on Windows and Linux, and on a Mac. */
const PLACES = [
  '*/extensions',
  '*/resources/app/extensions',
  '*/*/resources/app/extensions',
  '*/*.app/Contents/Resources/app/extensions',
];

/** The grammars of the languages that `run` embeds, from a VS Code in `folder`; `undefined` where there is none. */
export function hostGrammars(folder: string): readonly string[] | undefined {
  for (const place of PLACES) {
    const [extension] = globSync(`${place}/shellscript`, { cwd: folder });
    if (extension === undefined) continue;
    return LANGUAGES.flatMap((language) =>
      globSync(`${language}/syntaxes/*.tmLanguage.json`, { cwd: join(folder, extension, '..') }).map((path) =>
        join(folder, extension, '..', path),
      ),
    );
  }
  return undefined;
}
