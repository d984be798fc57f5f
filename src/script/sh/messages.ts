const ENV = 'Put the value into `env:` and';

export const ARITHMETIC = `In arithmetic a value could become code: the shell evaluates what stands in it, subscripts and all. ${ENV} check that it is a number before you compute with it.`;

export const EVALUATED =
  'Here the shell would run the value as code. Write the code yourself, and let it read a variable of `env:`.';

export const BACKTICKS =
  'A value can’t be put between backticks safely: the shell reads them twice. Use `$( … )` instead.';

export const NAME = `A value can’t be the name of a variable: the shell evaluates a subscript in it as code. ${ENV} choose the name by a \`case\`.`;

export const ANSI_QUOTES =
  'Not every `sh` knows `$\'…\'`. Write `shell: bash`, or use "…" around the expression.';

export const RANGE =
  'A value can’t be the end of a `{1..n}`: the shell expands it before it reads variables. Use `$(seq 1 "${{ … }}")`.';

export const DELIMITER = 'A value can’t be the delimiter of a here-document. Write a word of your own.';

export const AFTER_DELIMITER =
  'Where the here-document before this ends can’t be told: its delimiter is an expression. Write a word of your own there.';

export const LOST_DOCUMENT =
  'Where the here-document before this begins can’t be told. Begin a new line before the `)`.';

export const EXPANSION_PART = `A value can’t stand in this part of a \`\${ }\`. ${ENV} read that variable here.`;

export const DOCUMENT_PATTERN =
  'Shells differ in how they read quotes in a here-document. Do this in an assignment before it.';

export const PLAIN_DELIMITER =
  'Values can be put into this here-document only if its delimiter is a plain word such as `END`.';
