import fc from 'fast-check';
import { assertPrints, type Segment, value } from './support/execute.ts';
import { hostileValue } from './support/hostileValue.ts';

/** Each place that a value can have in a script of any `sh`, and what is printed there. */
function places(v: string, text: string): readonly Segment[] {
  const print = (words: string): string => `printf '%s\\0' ${words}`;
  return [
    { script: print(v), prints: text },
    { script: print(`--flag=${v}y`), prints: `--flag=${text}y` },
    { script: print(`"a ${v} b"`), prints: `a ${text} b` },
    { script: print(`'a ${v} $x " \\'${v}`), prints: `a ${text} $x " \\${text}` },
    { script: print(`$${v}`), prints: `$${text}` },
    { script: print(`"$${v}\\${v}"`), prints: `$${text}\\${text}` },
    { script: print(`\\${v}\\\\${v}`), prints: `${text}\\${text}` },
    { script: `a=${v}"-"'${v}'; ${print('"$a"')}`, prints: `${text}-${text}` },
    { script: `A=${v} sh -c 'printf "%s\\0" "$A"'`, prints: text },
    { script: print(`"$(printf '%s.' "${v}" ${v})"`), prints: `${text}.${text}.` },
    { script: print(`"\${unset:-a${v}b}"`), prints: `a${text}b` },
    { script: `a=\${unset:-a${v}b}; ${print('"$a"')}`, prints: `a${text}b` },
    { script: `a=${v}tail; ${print(`"\${a#${v}}"`)}`, prints: 'tail' },
    { script: `case ${v} in x${v}) ;; ${v}|y) ${print('same')} ;; *) ;; esac`, prints: 'same' },
    { script: `for i in ${v}; do ${print('"$i"')}; done`, prints: text },
    { script: `f() { ${print(v)}; }; f`, prints: text },
    { script: `(${print(`"${v}"`)}) | cat`, prints: text },
    { script: `if [ ${v} = "${v}" ]; then ${print('equal')}; fi`, prints: 'equal' },
    { script: `sh -c 'printf "%s\\0" "$1"' sh "${v}"`, prints: text },
    { script: `# ${v}\n: ${v} # ${v} '\n${print(`# ${v}`)}`, prints: '' },
    {
      script: `cat <<EOF\na $unset ${v} \\${v} $${v} "${v}"\nEOF\n${print("''")}`,
      prints: `a  ${text} \\${text} $${text} "${text}"\n`,
    },
    {
      script: `cat <<'EOF'; ${print("''")}\na $x \`b\` \\ \\\\ "${v}"\nEOF`,
      prints: `a $x \`b\` \\ \\\\ "${text}"\n`,
    },
    { script: `cat <<-\\END\n\ta ${v}\n\tEND\n${print("''")}`, prints: `a ${text}\n` },
    {
      script: `{ cat; cat <&3; } <<A 3<<"B"; ${print("''")}\n${v}\nA\n$x ${v}\nB`,
      prints: `${text}\n$x ${text}\n`,
    },
    {
      script: `cat <<EOF\n$(printf '%s.' "${v}" '${v}')\${unset:-${v}}\nEOF\n${print("''")}`,
      prints: `${text}.${text}.${text}\n`,
    },
  ];
}

/** The places that only bash knows. */
function bashPlaces(v: string, text: string): readonly Segment[] {
  const print = (words: string): string => `printf '%s\\0' ${words}`;
  return [
    { script: print(`$'a\\t${v}\\'\\${v}'`), prints: `a\t${text}'\\${text}` },
    {
      script: `[[ ${v} == ${v} && a${v}b == *${v}* && ${v} =~ ^${v}$ ]] && ${print('match')}`,
      prints: 'match',
    },
    { script: `a=(x ${v} "${v}"); ${print('"${#a[@]}${a[1]}${a[2]}"')}`, prints: `3${text}${text}` },
    { script: `a=xqy; ${print(`"\${a/q/${v}}"`)}`, prints: `x${text}y` },
    { script: `a=x${v}-y; ${print(`"\${a/${v}-/}"`)}`, prints: 'xy' },
    { script: `cat <<< ${v}; ${print("''")}`, prints: `${text}\n` },
    { script: `cat <(${print(v)})`, prints: text },
    { script: `function f { local a=${v}; ${print('"$a"')}; }; f`, prints: text },
    { script: `export A=${v}; ${print('"$A"')}`, prints: text },
    { script: `if ((1 < 2)); then printf '%s|' {${v},z}; fi; ${print("''")}`, prints: `${text}|z|` },
  ];
}

describe('scripts of sh, executed', () => {
  const values = fc.array(hostileValue, { minLength: 8, maxLength: 8 });
  const check = (shell: string, command: Parameters<typeof assertPrints>[1], of: typeof places): void => {
    fc.assert(
      fc.property(values, (texts) => {
        assertPrints(
          shell,
          command,
          texts.flatMap((text, i) => of(value(i), text)),
          texts,
        );
      }),
      { numRuns: 4 },
    );
  };

  it('print exactly their values in sh', () => check('sh', (file) => ['sh', '-e', file], places)).timeout(
    20_000,
  );
  it('print exactly their values in bash', () =>
    check('bash', (file) => ['bash', '-e', file], places)).timeout(20_000);
  it('do so where only bash has the syntax', () =>
    check('bash', (file) => ['bash', '-e', file], bashPlaces)).timeout(20_000);
});
