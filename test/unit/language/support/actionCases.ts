import { posix } from 'node:path';
import type { Disk } from '../../../../src/language/nested/disk.ts';
import type { FilePlace } from '../../../../src/language/nested/workflowFiles.ts';
import type { Range } from '../../../../src/model/text.ts';
import { filesOf } from './files.ts';

/** One case: a text with what is selected in it, and the files beside it. */
export interface ActionCase {
  readonly name: string;
  readonly text: string;
  readonly selection: Range;
  readonly place: FilePlace;
}

/**
 * The cases of a file: each begins with `=== name`. In its text `▮` is the cursor, or `«…»` what is selected. Behind
 * `--- file` stands the text of a file beside it.
 */
export function actionCases(file: string): readonly ActionCase[] {
  return file
    .split(/^=== /m)
    .slice(1)
    .map((section) => {
      const [name = '', body = ''] = cut(section);
      const [marked = '', ...others] = body.split(/^--- /m);
      const texts = Object.fromEntries(others.map((each) => cut(each)));
      return { name, ...unmarked(unescaped(marked)), place: placeAmong(texts) };
    });
}

/** `→` is a tab and `␍` a carriage return, which nobody could see. */
function unescaped(text: string): string {
  return text.replaceAll('→', '\t').replaceAll('␍', '\r').replace(/¶\n$/, '');
}

function cut(section: string): [string, string] {
  const end = section.indexOf('\n');
  return [section.slice(0, end).trim(), section.slice(end + 1).replace(/\n+$/, '\n')];
}

function unmarked(marked: string): { readonly text: string; readonly selection: Range } {
  const start = marked.search(/[▮«]/);
  const end = marked.search(/»/) - 1;
  if (start < 0) throw new Error(`No cursor in:\n${marked}`);
  return {
    text: marked.replaceAll(/[▮«»]/g, ''),
    selection: { start, end: marked[start] === '▮' ? start : end },
  };
}

function placeAmong(texts: Readonly<Record<string, string>>): FilePlace {
  const names = ['main.flow.yaml', ...Object.keys(texts)];
  const within = (path: string, folder: string): string =>
    posix.relative('/flows', posix.resolve(folder, path));
  const disk: Disk = {
    kind(path, folder) {
      const name = within(path, folder);
      if (names.includes(name)) return 'file';
      return name === '' || names.some((each) => each.startsWith(`${name}/`)) ? 'folder' : undefined;
    },
    text: (path, folder) => texts[within(path, folder)],
    names(path, folder) {
      const lead = within(path, folder);
      const inside = names.flatMap((name) => {
        const rest = lead === '' ? name : name.startsWith(`${lead}/`) ? name.slice(lead.length + 1) : '';
        const [first = '', ...more] = rest.split('/');
        return first === '' ? [] : [more.length > 0 ? `${first}/` : first];
      });
      return [...new Set(inside)].sort();
    },
    hasCommand: () => undefined,
  };
  return { ...filesOf(texts).place('main.flow.yaml'), disk };
}
