import { type Calls, callItem, incomingCalls, outgoingCalls } from '../../../src/language/callHierarchy.ts';
import { definition } from '../../../src/language/definition.ts';
import { fileLinks } from '../../../src/language/fileLinks.ts';
import { folds } from '../../../src/language/folds.ts';
import { linkedNames } from '../../../src/language/linkedNames.ts';
import { movedPaths } from '../../../src/language/movedPaths.ts';
import { references } from '../../../src/language/references.ts';
import { prepareRename, rename } from '../../../src/language/rename.ts';
import { selections } from '../../../src/language/selections.ts';
import { workspaceSymbols } from '../../../src/language/workspaceSymbols.ts';
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

describe('the linked names', () => {
  navigationCases('linkedNames', ({ analysis, offset, textOf }) => {
    const places = linkedNames(analysis, offset).map((range) => ({ file: undefined, range }));
    return drawPlaces(places, textOf);
  });
});

describe('the folds', () => {
  navigationCases('folds', ({ analysis }) => {
    const lines = analysis.text.split('\n');
    return folds(analysis)
      .map(
        ({ start, end, kind }) =>
          `${start + 1}–${end + 1} ${lines[start]?.trim()}${kind ? ` (${kind})` : ''}`,
      )
      .join('\n');
  });
});

describe('the selections', () => {
  navigationCases('selections', ({ analysis, offset }) =>
    selections(analysis, offset)
      .map(({ start, end }) => JSON.stringify(analysis.text.slice(start, end)))
      .join('\n'),
  );
});

describe('the call hierarchy', () => {
  navigationCases('calls', ({ analysis, offset, workspace, analysisOf, textOf }) => {
    const item = callItem(analysis, offset);
    if (item === undefined) return '(nothing)';
    const home = item.file === analysis.place?.id ? analysis : analysisOf(item.file ?? '');
    const drawn = (calls: readonly Calls[], fileOf: (call: Calls) => string | undefined): string =>
      calls
        .map((call) => {
          const text = textOf(fileOf(call));
          const places = call.ranges.map(
            ({ start, end }) => `${text.slice(0, start).split('\n').length} ${text.slice(start, end)}`,
          );
          return `  ${call.item.file} ${call.item.name} (${call.item.detail}): ${places.join(', ')}`;
        })
        .join('\n');
    return [
      `${item.file} ${item.name} (${item.detail})`,
      `outgoing\n${drawn(outgoingCalls(home, item), () => item.file)}`,
      `incoming\n${drawn(incomingCalls(home, item, workspace), (call) => call.item.file)}`,
    ].join('\n');
  });
});

describe('the symbols of a workspace', () => {
  navigationCases('workspaceSymbols', ({ argument, workspace }) =>
    workspaceSymbols(workspace, argument)
      .map(
        ({ name, kind, container, file, range }) =>
          `${file} ${range.start} ${kind} ${name}${container && ` of ${container}`}`,
      )
      .join('\n'),
  );
});

describe('the links', () => {
  navigationCases('links', ({ analysis }) =>
    fileLinks(analysis)
      .map(({ range, path, kind }) => `${analysis.text.slice(range.start, range.end)} → ${path} (${kind})`)
      .join('\n'),
  );
});

describe('the paths to what is moved', () => {
  navigationCases('movedPaths', ({ argument, workspace, textOf }) => {
    const moves = argument.split(', ').map((move) => {
      const [from = '', to = ''] = move.split(' => ');
      return { from: `/flows/${from}`, to: `/flows/${to}` };
    });
    return movedPaths(workspace, moves)
      .map(({ file, edits }) => `${file}\n${changedLines(textOf(file), edits)}`)
      .join('\n');
  });
});
