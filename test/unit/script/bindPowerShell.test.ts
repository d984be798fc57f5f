import { assertBinds, assertFaults } from './support/table.ts';

/** A table in which `#1` stands for what reads variable 1. */
function assertPowerShell(table: readonly (readonly [string, string])[]): void {
  assertBinds(
    'pwsh',
    table.map(([script, bound]) => [script, bound.replaceAll(/#(\d)/g, '${env:@$1}')]),
  );
}

describe('bindPowerShell', () => {
  it('reads variables as arguments, each word staying one', () => {
    assertPowerShell([
      ['Write-Host @x', 'Write-Host #1'],
      ['tool --flag=@x- a/@x.txt @x.txt', 'tool "--flag=#1-" "a/#1.txt" "#1.txt"'],
      ['Get-Item -Path:@x -Depth 1 @y,@x', 'Get-Item -Path:"#1" -Depth 1 #2,#1'],
      ['& "a b" @x; . ./a.ps1 @y | c @x', '& "a b" #1; . ./a.ps1 #2 | c #1'],
    ]);
    assertFaults('pwsh', 'Where this word ends depends', ['a $b@x', "a 'b'@x", 'a b#@x', 'a `@x']);
  });

  it('reads variables in expressions', () => {
    assertPowerShell([
      ['$a = @x', '$a = #1'],
      ['$a += @x.Length + (@y -replace "b")', '$a += #1.Length + (#2 -replace "b")'],
      ['if (@x -eq "a") { f @y } else { return @x }', 'if (#1 -eq "a") { f #2 } else { return #1 }'],
      ['@{ a = @x; b = "@y" }', '@{ a = #1; b = "#2" }'],
      ['$env:A = @x', '$env:A = #1'],
      ['# @x\n<# @x #> f @x # @x', '# FLOW_EXPR\n<# FLOW_EXPR #> f #1 # FLOW_EXPR'],
    ]);
    assertFaults('pwsh', 'Where this word ends depends', ['$a = $@x', '$a.@x', '1 + a::@x']);
  });

  it('reads variables in strings and here-strings', () => {
    assertPowerShell([
      ['f "a @x ""b"" $(g "@y" $c) `"@x"', 'f "a #1 ""b"" $(g "#2" $c) `"#1"'],
      ['f "$@x `@x $$"', 'f "`$#1 #1 $$"'],
      ['$a = @"\n"@x" $b\n"@ + "@y"', '$a = @"\n"#1" $b\n"@ + "#2"'],
      ['f “@x” b', 'f “#1” b'],
    ]);
  });

  it('makes literal strings expandable, with the same meaning', () => {
    assertPowerShell([
      ["f 'a @x b'", 'f "a #1 b"'],
      ["f 'it''s $a `b \"@x\"'", 'f "it\'s `$a ``b `"#1`""'],
      ["f @'\n$a '' \"@ @x\n'@", 'f @"\n`$a \'\' `"@ #1\n"@'],
      ["f 'a' '$b' '@x'", "f 'a' '$b' \"#1\""],
    ]);
  });

  it('lets no value into code', () => {
    assertFaults('pwsh', 'Here a value would become code of `', [
      'iex "ls @x"',
      'Invoke-Expression @x',
      'bash -c "ls @x"',
      'cmd /c "dir @x"',
      '[scriptblock]::Create("ls @x")',
      'powershell -Command "ls @x"',
      '$a.InvokeScript("@x")',
      'Add-Type -TypeDefinition "@x"',
      'if ($a) { iex "@x" }',
    ]);
    assertFaults('pwsh', 'What `iex` reads here is code', ['"ls @x" | iex']);
    assertFaults('pwsh', 'A value can’t be the command itself', ['& @x a', '. @x']);
    assertFaults('pwsh', 'Behind `--%` PowerShell reads no variables', ['f --% a @x | g']);
    assertFaults('pwsh', 'A value can’t be the name of a variable', ['${a@x}', '"${@x}"']);
  });
});
