import { definition } from '../../../src/language/definition.ts';
import { references } from '../../../src/language/references.ts';
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
