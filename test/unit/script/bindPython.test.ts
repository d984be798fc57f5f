import { assertBinds, assertFaults } from './support/table.ts';

/** A table in which `#1` stands for what reads variable 1. */
function assertPython(table: readonly (readonly [string, string])[]): void {
  assertBinds(
    'python',
    table.map(([script, bound]) => [script, bound.replaceAll(/#(\d)/g, '__import__("os").environ["@$1"]')]),
  );
}

describe('bindPython', () => {
  it('reads variables in code', () => {
    assertPython([
      ['print(@x, [@y])', 'print(#1, [#2])'],
      ['x = @x.upper() + @y', 'x = #1.upper() + #2'],
      ['x = 1 # @x "', 'x = 1 # FLOW_EXPR "'],
    ]);
  });

  it('puts values between the halves of string literals', () => {
    assertPython([
      ['print("a @x b")', 'print(("a " + #1 + " b"))'],
      ["x = '@x@y'", "x = ('' + #1 + '' + #2 + '')"],
      ['x = """a\n@x\n"""', 'x = ("""a\n""" + #1 + """\n""")'],
      ['x = rb"a@x"', 'x = (rb"a" + #1.encode() + rb"")'],
      ['x = f"{a}{{@x}} {b:>{c}}"', 'x = (f"{a}{{" + #1 + f"}} {b:>{c}}")'],
      ['x = f"{d["k"]} @x"', 'x = (f"{d["k"]} " + #1 + f"")'],
      ["x = 'it\\'s @x'", "x = ('it\\'s ' + #1 + '')"],
      ['x = "%s @x" % a', 'x = ("%s " + #1 + "") % a'],
    ]);
  });

  it('joins literals that stand side by side', () => {
    assertPython([
      ['x = "a" "@x"', 'x = ("a" + "" + #1 + "")'],
      ['f("a"  # @x\n  "b@y"\n)', 'f(("a"  # FLOW_EXPR\n  + "b" + #1 + "")\n)'],
      ['x = "a@x" \\\n  r"b"', 'x = ("a" + #1 + "" \\\n  + r"b")'],
      ['x = "@x"\n"y"', 'x = ("" + #1 + "")\n"y"'],
    ]);
  });

  it('keeps what stands right before a value from joining with the quote', () => {
    assertPython([
      ['x = "\\@x" "\\\\@y"', 'x = ("\\\\" + #1 + "" + "\\\\" + #2 + "")'],
      ["x = r'C:\\@x'", `x = (r'C:' + "\\\\" + #1 + r'')`],
      ['x = """a""@x"b"""', 'x = ("""a\\"\\"""" + #1 + """"b""")'],
    ]);
    assertFaults('python', 'A raw string can’t end with its own quote', ['x = r"""a"@x"""']);
  });

  it('lets no value into code', () => {
    assertFaults('python', 'Here a value would become code of `', [
      'exec("@x")',
      'eval(@x)',
      'os.system(f"ls @x")',
      'subprocess.run("ls @x", shell=True)',
      'subprocess.run(\n  ["a", "@x"],\n  shell = True,\n)',
      'compile("a" + "@x", "f", "exec")',
      '__import__("@x")',
    ]);
    assertFaults('python', 'A value can’t be a name in the code', [
      'import @x',
      'a.@x',
      'a@x = 1',
      'def @x(): pass',
      '@x1',
    ]);
    assertFaults('python', 'A value can’t stand inside the braces', ['f"{@x}"', 'f"{a:@x}"', 'f"{a["@x"]}"']);
    assertFaults('python', 'A value can’t be put into the text of a t-string', ['t"@x"']);
    assertPython([
      ['subprocess.run(["ls", "@x"])', 'subprocess.run(["ls", ("" + #1 + "")])'],
      ['re.compile(r"@x")', 're.compile((r"" + #1 + r""))'],
    ]);
  });
});
