/** A text that is small to write, or simple, and could take for ever to read. */
export interface Bomb {
  readonly name: string;
  /** Of about so many letters; what can't grow is as it is. */
  readonly text: (letters: number) => string;
}

/** One that repeats a piece to the length asked for. */
function grown(name: string, piece: (i: number) => string, before = '', after = ''): Bomb {
  return {
    name,
    text(letters) {
      const pieces = [before];
      for (let i = 0, length = before.length + after.length; length < letters; i++) {
        const next = piece(i);
        pieces.push(next);
        length += next.length;
      }
      pieces.push(after);
      return pieces.join('');
    },
  };
}

const TASKS = 'tasks:\n';

export const BOMBS: readonly Bomb[] = [
  { name: 'billion laughs in lists', text: () => laughs((a) => `[${Array(9).fill(`*${a}`).join(', ')}]`) },
  { name: 'billion laughs in maps', text: () => laughs((a) => `{ ${keys(9, (i) => `k${i}: *${a}`)} }`) },
  { name: 'billion laughs by merges', text: () => laughs((a) => `{ <<: [*${a}, *${a}], k: { <<: *${a} } }`) },
  {
    name: 'billion laughs in a task',
    text: () =>
      `${laughs((a) => `[${Array(9).fill(`*${a}`).join(', ')}]`)}tasks:\n  a:\n    module: a.mjs\n    with: { all: *x11 }\n`,
  },
  grown(
    'an anchor and an alias a line',
    (i) => `  t${i}: &a${i} { run: x, env: { A: "${i}" } }\n  u${i}: *a${i}\n`,
    TASKS,
  ),
  grown('anchors without end', (i) => `  - &a${i} x\n`, 'env:\n'),
  grown(
    'aliases of one large anchor',
    () => '  - *all\n',
    `all: &all { ${keys(1000, (i) => `k${i}: v`)} }\nlist:\n`,
  ),
  grown(
    'merges of one large anchor',
    (i) => `  t${i}: { <<: *all }\n`,
    `all: &all { ${keys(1000, (i) => `k${i}: v`)} }\n${TASKS}`,
  ),
  grown(
    'a merge of the one before',
    (i) => `  t${i + 1}: &t${i + 1} { <<: *t${i}, k${i}: v }\n`,
    `${TASKS}  t0: &t0 { run: x }\n`,
  ),
  grown('lists in lists, by brackets', () => '[', TASKS),
  grown('lists in lists, closed', () => '[]', `${TASKS}  a: `),
  grown('maps in maps, by braces', () => '{a: ', TASKS),
  grown('lists in lists, on a line', () => '- ', TASKS),
  grown('maps in maps, by columns', (i) => `${' '.repeat(i)}a:\n`),
  grown('lists in lists, by columns', (i) => `${' '.repeat(i)}-\n`),
  grown('questions in questions', () => '? '),
  grown('a text in quotes', () => 'x', 'name: "', '"\n'),
  grown('a text of escapes', () => '\\x41', 'name: "', '"\n'),
  grown('a text in quotes over lines', () => 'x\n  ', 'name: "', '"\n'),
  grown('a text that is never closed', () => 'x\n', 'name: "'),
  grown('texts that are never closed', (i) => `  t${i}: "\n`, TASKS),
  grown('a plain text on a line', () => 'x', 'name: '),
  grown('a plain text over lines', () => 'x\n  ', 'name: '),
  grown('a script of many lines', () => '      echo x\n', `${TASKS}  a:\n    run: |\n`),
  grown('a script of blank lines', () => '\n', `${TASKS}  a:\n    run: |\n`),
  grown('a folded text of many lines', () => '      echo x\n', `${TASKS}  a:\n    run: >\n`),
  grown('a script of one line', () => 'x', `${TASKS}  a:\n    run: |\n      `),
  grown('a script of expressions', () => '${{ run.id }} ', `${TASKS}  a:\n    run: echo `),
  grown('a script of quotes', () => `"'"'`, `${TASKS}  a:\n    run: |\n      `),
  grown('a script of open expressions', () => '${{ ', `${TASKS}  a:\n    run: |\n      `),
  grown('a script of substitutions', () => '$(', `${TASKS}  a:\n    run: |\n      `),
  grown('a script of here-documents', (i) => `      cat <<E${i}\n`, `${TASKS}  a:\n    run: |\n`),
  grown('a deep expression', () => '(', `${TASKS}  a:\n    if: $\{{ `, ' }}\n'),
  grown('a long expression', () => 'true && ', `${TASKS}  a:\n    run: x\n    if: $\{{ `, 'true }}\n'),
  grown('a chain of names', () => '.a', `${TASKS}  a:\n    run: x\n    if: $\{{ tasks`, ' }}\n'),
  grown('keys of a workflow', (i) => `k${i}: v\n`),
  grown('keys of a task', (i) => `    k${i}: v\n`, `${TASKS}  a:\n`),
  grown('one key again and again', () => 'a: v\n'),
  grown('one task again and again', () => '  a: { run: x }\n', TASKS),
  grown('keys in braces', (i) => `k${i}: v, `, '{ ', ' }'),
  grown('keys without values', (i) => `k${i}\n`),
  grown('needs of nothing', (i) => `t${i}, `, `${TASKS}  a: { run: x, needs: [`, '] }\n'),
  grown(
    'a task that needs the one before',
    (i) => `  t${i + 1}: { run: x, needs: t${i} }\n`,
    `${TASKS}  t0: { run: x }\n`,
  ),
  { name: 'a ring of tasks', text: (letters) => ring(Math.ceil(letters / 30)) },
  grown(
    'tasks that need all before',
    (i) => `  t${i}: { run: x, needs: [${all(Math.min(i, 500))}] }\n`,
    TASKS,
  ),
  grown('a matrix of many lists', (i) => `l${i}: [1, 2], `, `${TASKS}  a: { run: x, matrix: { `, '} }\n'),
  grown('a matrix of a long list', () => '1, ', `${TASKS}  a: { run: x, matrix: { l: [`, '] } }\n'),
  grown('documents', () => '---\na: b\n'),
  grown('directives', () => '%YAML 1.2\n'),
  grown('tags', () => '!a '),
  grown('comments', () => '# x\n'),
  grown('comments behind tasks', (i) => `  t${i}: { run: x } # flow-ignore: ${'x'.repeat(30)}\n`, TASKS),
  grown('one comment', () => 'x', '# '),
  grown('one line without an end', () => 'a: b, ', '{'),
  grown('blanks', () => ' '),
  grown('tabs', () => '\t'),
  grown('line feeds', () => '\n'),
  grown('carriage returns', () => 'a: b\r'),
  grown('next lines', () => 'a: b\u0085'),
  grown('line separators', () => 'a: b\u2028c: d\u2029'),
  grown('NULs', () => '\0'),
  grown('NULs among keys', (i) => `k${i}: \0\n`),
  grown('byte order marks', () => '\ufeff'),
  grown('lone surrogates', () => '\ud800'),
  grown('lone surrogates in texts', () => '  \udc00: "\ud800"\n', 'env:\n'),
  grown('letters beyond 16 bits', () => '🚀', 'name: '),
  grown('colons', () => ': '),
  grown('dashes', () => '-\n'),
  grown('stars', () => '*a '),
  grown('ampersands', () => '&a '),
  grown('bars', () => '|\n'),
  grown('closing brackets', () => ']'),
  grown('commas', () => ',', '['),
  grown('quotes', () => '"'),
  grown('single quotes', () => "'"),
];

/** Each anchor repeats the one before it: `a` of them stand for 9 to the power of `a` values. */
function laughs(repeat: (anchor: string) => string): string {
  const lines = ['x0: &x0 { a: b }'];
  for (let i = 1; i <= 11; i++) lines.push(`x${i}: &x${i} ${repeat(`x${i - 1}`)}`);
  return `${lines.join('\n')}\n`;
}

function keys(count: number, key: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => key(i)).join(', ');
}

function all(count: number): string {
  return Array.from({ length: count }, (_, i) => `t${i}`).join(', ');
}

function ring(size: number): string {
  const lines = Array.from({ length: size }, (_, i) => `  t${i}: { run: x, needs: t${(i + 1) % size} }\n`);
  return TASKS + lines.join('');
}
