export const VARIABLE_NAME =
  'A value can’t be the name of a variable here. Use `Get-Variable` with the name as its argument.';

export const PART_OF_WORD =
  'Where this word ends depends on how PowerShell reads it. Put the whole word between double quotes.';

export const VERBATIM =
  'Behind `--%` PowerShell reads no variables. Leave the `--%` away and quote the arguments.';
