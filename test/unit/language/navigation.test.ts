import { definition } from '../../../src/language/definition.ts';
import { references } from '../../../src/language/references.ts';
import { prepareRename, rename } from '../../../src/language/rename.ts';
import { changedLines } from './support/changedLines.ts';
import { drawPlaces, navigationCases } from './support/navigationCase.ts';

describe('the definition', () => {
  navigationCases('definitions', ({ analysis, offset, textOf }) =>
    drawPlaces(definition(analysis, offset), textOf),
  );
});

describe('the references', () => {
  navigationCases('references', ({ analysis, offset, workspace, textOf }) =>
    drawPlaces(references(analysis, offset, workspace), textOf),
  );
});

describe('prepare rename', () => {
  navigationCases('prepareRename', ({ analysis, offset, textOf }) => {
    const prepared = prepareRename(analysis, offset);
    if ('refusal' in prepared) return `refused: ${prepared.refusal}`;
    const { range, placeholder } = prepared;
    return `${drawPlaces([{ file: undefined, range }], textOf)}\n${placeholder}`;
  });
});

describe('rename', () => {
  navigationCases('renames', ({ analysis, offset, argument, workspace, textOf }) => {
    const renamed = rename(analysis, offset, argument, workspace);
    if ('refusal' in renamed) return `refused: ${renamed.refusal}`;
    return renamed
      .map(({ file, edits }) => `${file ?? 'here'}\n${changedLines(textOf(file), edits)}`)
      .join('\n');
  });
});
