import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ofModule } from '../../../src/language/outputs/ofModule.ts';
import { ofScript } from '../../../src/language/outputs/ofScript.ts';

const PIECES = [
  ...[
    'echo ',
    'printf ',
    'cat ',
    'tee -a ',
    'a=1',
    '"$FLOW_OUTPUT"',
    '>> ',
    '<<EOF\n',
    'EOF\n',
    '\n',
    ';',
    '|',
    '&&',
    '&',
  ],
  ...[
    '{ ',
    '}',
    '(',
    ')',
    '$(',
    '${',
    '$((',
    '`',
    '"',
    "'",
    '\\',
    '#',
    'if ',
    'then ',
    'fi',
    'for x in ',
    'do ',
    'done',
    'case x in ',
  ],
  ...[
    'esac',
    ';;',
    'f() ',
    '[[ ',
    ']]',
    '((',
    '))',
    '${{ ',
    '}}',
    "$'",
    '<<<',
    '<<-',
    '@"\n',
    '\n"@',
    '$env:FLOW_OUTPUT',
    '%FLOW_OUTPUT%',
  ],
  ...[
    'export default ',
    'function ',
    'async ',
    '=> ',
    'return ',
    '{',
    '[',
    ']',
    ': ',
    ', ',
    '...',
    '?',
    '=',
    'Promise<',
    '>',
    '`${',
    '/',
  ],
  ...[
    '/** @returns {',
    ' */',
    '@typedef {object} T',
    '@property {string} a',
    'interface T ',
    'type T = ',
    'T',
    '|',
    '\r\n',
    '\t',
    '🚀',
    '\ufdd0',
  ],
  ...[
    'open(os.environ["FLOW_OUTPUT"], "a") as f',
    'f.write("a=1")',
    'json.dump({',
    'appendFileSync(process.env.FLOW_OUTPUT, ',
    'x',
  ],
];

const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((all) => all.join(''));
const shell = fc.constantFrom(undefined, 'bash', 'pwsh', 'cmd', 'python', 'node', 'ruby');

describe('what is known of outputs', () => {
  it('comes of any script, and its names stand where they are said to', () => {
    fc.assert(
      fc.property(text, shell, (script, of) => {
        for (const { name, range } of ofScript(script, of).outputs)
          assert.equal(script.slice(range.start, range.end), name);
      }),
      { numRuns: 3000 },
    );
  });

  it('comes of any module', () => {
    fc.assert(
      fc.property(text, (module) => {
        for (const { name, range } of ofModule(`export default ${module}`).outputs) {
          assert.equal(`export default ${module}`.slice(range.start, range.end), name);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('comes of what is nested without end', () => {
    for (const piece of [
      '$(',
      '{ ',
      '( ',
      '((',
      '"$(',
      'f() ',
      'if ',
      'case x in a) ',
      '`',
      '<<E ',
      '${',
      'a=(',
      '[[ ',
    ]) {
      assert.equal(ofScript(piece.repeat(20_000), 'bash').complete, false, piece);
    }
    for (const piece of ['(', '{ a: ', 'x ? ', '`${', 'Promise<', '[', '/', 'T | ', '() => ', 'return ']) {
      assert.equal(ofModule(`export default async (): ${piece.repeat(20_000)}`).complete, false, piece);
      ofModule(`export default async function () { return ${piece.repeat(20_000)}`);
    }
  });
});
