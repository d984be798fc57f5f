import fc from 'fast-check';
import { assertPrints, type Segment, value } from './support/execute.ts';
import { hostileValue } from './support/hostileValue.ts';

/** Each place that a value can have in JavaScript, and what is printed there. */
function places(v: string, text: string): readonly Segment[] {
  const print = (expression: string): string => `process.stdout.write(${expression} + '\\0');`;
  return [
    { script: print(v), prints: text },
    { script: print(`"a ${v} b"`), prints: `a ${text} b` },
    { script: print(`'it\\'s ${v}\\${v}'`), prints: `it's ${text}${text}` },
    {
      script: print(`\`a ${v} \${'b' + \`\${"c" + '${v}'}}\`}$${v}\\${v}\``),
      prints: `a ${text} bc${text}}$${text}${text}`,
    },
    { script: print(`String.raw\`\\n\\${v}\``), prints: `\\n\\${text}` },
    { script: print(`JSON.stringify({ "${v}": [${v}], '-${v}': 1 ? "${v}" : 0 })`), prints: keyed(text) },
    { script: print(`"${v}".length`), prints: `${text.length}` },
    {
      script: `// ${v} '\n/* ${v} " */ ${print(`'x'.replace(/["'/\\]]x?/, "${v}") // ${v}\n`)}`,
      prints: 'x',
    },
    {
      script: `if (true) /'"\`/.test('') /* ${v} */; ${print(`[4 / 2 / 1, "${v}"].join('/')`)}`,
      prints: `2/${text}`,
    },
    { script: print(`[${v}, "${v}", \`${v}\`].includes("${v}" + "")`), prints: 'true' },
  ];
}

function keyed(text: string): string {
  return JSON.stringify({ [text]: [text], [`-${text}`]: text });
}

describe('scripts of node, executed', () => {
  it('print exactly their values', () => {
    fc.assert(
      fc.property(fc.array(hostileValue, { minLength: 20, maxLength: 20 }), (texts) => {
        const segments = texts.flatMap((text, i) => places(value(i), text));
        assertPrints('node', (_, script) => [process.execPath, '--eval', script], segments, texts);
      }),
      { numRuns: 4 },
    );
  }).timeout(20_000);
});
