import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { parseTemplate } from '../../../src/expression/template.ts';
import { bindScript } from '../../../src/script/bindScript.ts';
import { assertBinds, assertFaults } from './support/table.ts';

describe('bindScript', () => {
  it('leaves a script without expressions as it is', () => {
    for (const script of ['', "echo '$x' `date` $((1 + 1)) <<EOF", 'costs ${{ never closed']) {
      deepEqual(bindScript(script, 'bash'), { script, variables: [], faults: [] });
    }
  });

  it('gives one variable to each expression, however often it appears', () => {
    const bound = bindScript('echo ${{ a.b }} "${{a.b}}" ${{ c }}', undefined);
    equal(bound.script, 'echo "${FLOW_EXPR_1}" "${FLOW_EXPR_1}" "${FLOW_EXPR_2}"');
    deepEqual(bound.variables, [
      { name: 'FLOW_EXPR_1', expression: 'a.b' },
      { name: 'FLOW_EXPR_2', expression: 'c' },
    ]);
  });

  it('gives no variable to what stands in a comment, and lets no line of it out', () => {
    const bound = bindScript("# ${{ 'a\ntouch x\n' }}\necho", 'sh');
    deepEqual(bound, { script: '# FLOW_EXPR\necho', variables: [], faults: [] });
  });

  it("isn't confused by what is inside of an expression", () => {
    const bound = bindScript(`echo "\${{ 'it''s "' }}" '\${{ "" }}'`, 'sh');
    equal(bound.script, `echo "\${FLOW_EXPR_1}" ''"\${FLOW_EXPR_2}"''`);
  });

  it('tells the shell by its name, whatever is around it', () => {
    const line = 'echo @x';
    assertBinds('bash -eo pipefail {0}', [[line, 'echo "${@1}"']]);
    assertBinds('/bin/dash', [[line, 'echo "${@1}"']]);
    assertBinds('"C:\\Program Files\\Git\\bin\\bash.exe" {0}', [[line, 'echo "${@1}"']]);
    assertBinds('/usr/bin/env -S A=b python3.12 -u {0}', [
      ['print(@x)', 'print(__import__("os").environ["@1"])'],
    ]);
    assertBinds('node --no-warnings {0}', [['print(@x)', 'print(process.env.@1)']]);
    assertBinds('powershell', [[line, 'echo ${env:@1}']]);
  });

  it('puts no value into a script whose quoting it does not know', () => {
    assertFaults('perl {0}', 'How `perl` quotes isn’t known here', ['print "@x"', '# @x']);
    assertFaults('', 'How this shell quotes isn’t known here', ['@x']);
    assertFaults('${{ inputs.shell }}', 'How `', ['@x']);
    assertFaults('cmd', '`cmd` reads the values of variables as code', ['echo @x']);
  });

  const shells = fc.constantFrom(
    undefined,
    'sh',
    'bash',
    'dash',
    'zsh',
    'ksh',
    'python',
    'node',
    'pwsh',
    'cmd',
    'awk',
  );
  const script = fc
    .array(
      fc.oneof(
        fc.constantFrom('${{ a }}', "${{ 'b' }}", '${{ c }}', '${{', '}}'),
        fc.constantFrom(
          ..."$ $( $(( ${ ${x:- } ( ) (( )) [ ] [[ ]] { ' \" ` \\ # <<E <<'E' <<- \nE\n <( ; & | < > =".split(
            ' ',
          ),
        ),
        fc.constantFrom(
          '\n',
          ' ',
          '\t',
          '\r\n',
          "'''",
          '"""',
          'f"',
          'r"',
          '@"\n',
          "@'\n",
          '\n"@',
          "\n'@",
          '$(',
          '<#',
          '#>',
          '/*',
          '*/',
          '//',
          '/',
        ),
        fc.constantFrom(
          'case x in',
          'esac',
          'for i in',
          'do',
          'done',
          'eval',
          'sh -c',
          'let',
          '-eq',
          'a=(',
          'a[',
          'import ',
          'x',
          '1',
          '..',
        ),
        fc.string({ unit: 'binary', maxLength: 3 }),
      ),
      { maxLength: 30 },
    )
    .map((pieces) => pieces.join(''));

  it('decides about each expression of any text: a variable is read, it is a comment, or it is a fault', () => {
    fc.assert(
      fc.property(script, shells, (text, shell) => {
        const bound = bindScript(text, shell);
        const expressions = parseTemplate(text).filter((part) => part.type === 'expression');
        for (const { range } of bound.faults) {
          ok(expressions.some((part) => part.range.start === range.start && part.range.end === range.end));
        }
        for (const { name, expression } of bound.variables) {
          ok(new RegExp(`${name}(?!\\d)`).test(bound.script));
          ok(expressions.some((part) => part.source.trim() === expression));
        }
        equal(new Set(bound.variables.map(({ name }) => name)).size, bound.variables.length);
        equal(new Set(bound.variables.map(({ expression }) => expression)).size, bound.variables.length);
        deepEqual(
          parseTemplate(bound.script).filter((part) => part.type === 'expression'),
          [],
        );
        if (expressions.length === 0) equal(bound.script, text);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes texts that are nested deeper than any stack, or never closed', () => {
    for (const shell of ['bash', 'python', 'node', 'pwsh']) {
      for (const piece of [
        '$(',
        '"$(',
        '${x:-',
        '$((',
        '(',
        '[',
        '{',
        'f"{',
        '`${',
        "'",
        '<<E\n',
        '/[',
        'eval(',
      ]) {
        const bound = bindScript(`${'${{ x }}'}${(`${piece}${'${{ x }}'}`).repeat(5000)}`, shell);
        ok(!bound.script.includes('{{'));
      }
    }
  }).timeout(20_000);
});
