import { assertBinds, assertFaults } from './support/table.ts';

/** A table in which `#1` stands for what reads variable 1. */
function assertJavaScript(table: readonly (readonly [string, string])[]): void {
  assertBinds(
    'node',
    table.map(([script, bound]) => [script, bound.replaceAll(/#(\d)/g, 'process.env.@$1')]),
  );
}

describe('bindJavaScript', () => {
  it('reads variables in code', () => {
    assertJavaScript([
      ['f(@x, [@y])', 'f(#1, [#2])'],
      ['const n = Number(@x) / 2;', 'const n = Number(#1) / 2;'],
      ['@x.length', '#1.length'],
      ['// @x "\n/* @x */ f(@x)', '// FLOW_EXPR "\n/* FLOW_EXPR */ f(#1)'],
      ['#!/usr/bin/node @x\nf(@x)', '#!/usr/bin/node FLOW_EXPR\nf(#1)'],
    ]);
  });

  it('puts values between the halves of strings', () => {
    assertJavaScript([
      ['f("a @x b")', 'f(("a " + #1 + " b"))'],
      ["f('@x\\'@x')", "f(('' + #1 + '\\'' + #1 + ''))"],
      ['f("\\@x\\\\@x")', 'f(("" + #1 + "\\\\" + #1 + ""))'],
      [
        'x = { "@x": "@y", b: a ? "@x" : 1 }',
        'x = { ["" + #1 + ""]: ("" + #2 + ""), b: a ? ("" + #1 + "") : 1 }',
      ],
    ]);
  });

  it('reads variables in templates', () => {
    assertJavaScript([
      ['`a @x ${b + "@y"} $@x`', '`a ${#1} ${b + ("" + #2 + "")} $${#1}`'],
      ['`${ `@x` }/@y/`', '`${ `${#1}` }/${#2}/`'],
      ['`\\@x\\\\@x\\${@x}`', '`${#1}\\\\${#1}\\${${#1}}`'],
      ['String.raw`C:\\@x`', 'String.raw`C:${"\\\\"}${#1}`'],
    ]);
  });

  it('tells regular expressions from divisions', () => {
    assertJavaScript([
      ['a / "@x" / b', 'a / ("" + #1 + "") / b'],
      ["a = /['\"/]/.test('@x')", "a = /['\"/]/.test(('' + #1 + ''))"],
      ["if (a) /'/.test('@x')", "if (a) /'/.test(('' + #1 + ''))"],
      ["f(a) / 2 + '@x' / 1", "f(a) / 2 + ('' + #1 + '') / 1"],
      ['return /[/"]/.exec("@x")', 'return /[/"]/.exec(("" + #1 + ""))'],
    ]);
    assertFaults('node', 'A value can’t stand in a regular expression', [
      '/a@x/.test(b)',
      'x = a.match(/[@x]/g)',
    ]);
  });

  it('lets no value into code', () => {
    assertFaults('node', 'Here a value would become code of `', [
      'eval("@x")',
      'eval(a + `@x`)',
      'new Function("a", "@x")',
      'execSync("ls @x")',
      'exec(`ls @x`)',
      'cp.exec("ls @x", f)',
      'import("@x")',
    ]);
    assertFaults('node', 'A value can’t be a name in the code', [
      'a.@x',
      'a@x',
      'import @x from "a"',
      'const @x = 1',
    ]);
    assertFaults('node', 'JavaScript takes no variable here', [
      'import a from "@x"',
      "export * from './@x.mjs'",
    ]);
    assertJavaScript([
      ['/a/.exec("@x"); execFileSync("ls", [@x])', '/a/.exec(("" + #1 + "")); execFileSync("ls", [#1])'],
    ]);
  });
});
