import { assertBinds, assertFaults } from './support/table.ts';

describe('bindSh', () => {
  it('keeps the quoting of words', () => {
    assertBinds(undefined, [
      ['echo @x', 'echo "${@1}"'],
      ['echo "a @x b"', 'echo "a ${@1} b"'],
      ["echo 'a @x b'", `echo 'a '"\${@1}"' b'`],
      ['echo --flag=@x-y', 'echo --flag="${@1}"-y'],
      ['echo a/@x/b@y.txt', 'echo a/"${@1}"/b"${@2}".txt'],
      ['echo "a"@x\'b\'', 'echo "a""${@1}"\'b\''],
      ['A=@x B="@y" tool', 'A="${@1}" B="${@2}" tool'],
      ['tool < @x > "@y" 2>>@z', 'tool < "${@1}" > "${@2}" 2>>"${@3}"'],
      ['tool @x@y', 'tool "${@1}""${@2}"'],
      ['tool @x\r\n', 'tool "${@1}"\r\n'],
    ]);
  });

  it('keeps a dollar or a backslash before a value from changing its meaning', () => {
    assertBinds('sh', [
      ['echo $@x "$@x" $$@x', 'echo \\$"${@1}" "\\$${@1}" $$"${@1}"'],
      ['echo \\@x \\\\@x', 'echo "${@1}" \\\\"${@1}"'],
      ['echo "C:\\@x" "\\\\@x"', 'echo "C:\\\\${@1}" "\\\\${@1}"'],
      ["echo '\\@x'", `echo '\\'"\${@1}"''`],
      ['echo \\\n@x', 'echo \\\n"${@1}"'],
      ['cat <<E\n$@x \\@x\nE', 'cat <<E\n\\$${@1} \\\\${@1}\nE'],
    ]);
    assertBinds('bash', [["echo $'a\\n@x\\@x'", `echo $'a\\n'"\${@1}"$'\\\\'"\${@1}"$''`]]);
  });

  it('reads variables in here-documents', () => {
    assertBinds('sh', [
      ['cat <<E\n"@x" $y\nE\necho @y', 'cat <<E\n"${@1}" $y\nE\necho "${@2}"'],
      ["cat <<'E'\n@x $y `z` \\\nE", 'cat <<E\n${@1} \\$y \\`z\\` \\\\\nE'],
      ['cat << "E"\n@x\nE', 'cat << E\n${@1}\nE'],
      ['cat <<\\E >f\n@x\nE', 'cat <<E >f\n${@1}\nE'],
      ["cat <<-'E' | tr a b\n\t@x$\n\tE", 'cat <<-E | tr a b\n\t${@1}\\$\n\tE'],
      ["cat <<'A' <<B\n$a\nA\n@x\nB", "cat <<'A' <<B\n$a\nA\n${@1}\nB"],
      ["cat <<'E'\r\n@x $y\r\nE\r\n", 'cat <<E\r\n${@1} \\$y\r\nE\r\n'],
      ['cat <<E\na\\\nE\n@x\nE\necho @y', 'cat <<E\na\\\nE\n${@1}\nE\necho "${@2}"'],
      ['x=$(cat <<E\n@x\nE\n) && echo @y', 'x=$(cat <<E\n${@1}\nE\n) && echo "${@2}"'],
      ['cat <<E', 'cat <<E'],
    ]);
    assertFaults('sh', 'A value can’t be the delimiter', ['cat <<@x\nE', "cat <<-'@x'\nE"]);
    assertFaults('sh', 'Values can be put into this here-document only if', ["cat <<'A B'\n@x\nA B"]);
    assertFaults('sh', 'Where the here-document before this begins', ['a=$(cat <<E)\n@x\nE']);
  });

  it('keeps inside and outside of quotes apart in substitutions', () => {
    assertBinds('bash', [
      ['echo "$(echo @x "@y")"', 'echo "$(echo "${@1}" "${@2}")"'],
      ['echo ${a:-@x} "${a:-@x}"', 'echo ${a:-"${@1}"} "${a:-${@1}}"'],
      ['echo "${a#@x}" "${a/@x/@y}"', 'echo "${a#"${@1}"}" "${a/"${@1}"/"${@2}"}"'],
      ['diff <(echo @x) >(cat @y)', 'diff <(echo "${@1}") >(cat "${@2}")'],
      ['a=$(case x in x) echo @x;; esac)', 'a=$(case x in x) echo "${@1}";; esac)'],
      ["a=$( # it's )\necho '@x')", `a=$( # it's )\necho ''"\${@1}"'')`],
    ]);
    assertFaults('sh', 'A value can’t stand in this part', ['echo ${@x}', 'echo "${a@@x}"', 'echo ${!@x}']);
    assertFaults('sh', 'Shells differ in how they read quotes', ['cat <<E\n${a#@x}\nE']);
    assertFaults('sh', 'A value can’t be put between backticks', ['echo `echo @x`', 'echo "`echo \'@x\'`"']);
    assertFaults('sh', "Not every `sh` knows `$'…'`", ["echo $'@x'"]);
  });

  it('knows the words of compound commands', () => {
    assertBinds('bash', [
      ['for i in @x "@y"; do echo @z; done', 'for i in "${@1}" "${@2}"; do echo "${@3}"; done'],
      ['case @x in a|@y) echo @z;; esac', 'case "${@1}" in a|"${@2}") echo "${@3}";; esac'],
      ['f() { echo @x; }; function g { echo @x; }', 'f() { echo "${@1}"; }; function g { echo "${@1}"; }'],
      ['if [ @x = "@y" ]; then (echo @z) & fi', 'if [ "${@1}" = "${@2}" ]; then (echo "${@3}") & fi'],
      ['[[ @x == *@y && -n "@z" ]]', '[[ "${@1}" == *"${@2}" && -n "${@3}" ]]'],
      ['[[ $a =~ ^(@x|b)$ ]]', '[[ $a =~ ^("${@1}"|b)$ ]]'],
      ['a=(@x [1]="@y" # @z\n)', 'a=("${@1}" [1]="${@2}" # FLOW_EXPR\n)'],
      ['echo a#@x # @y', 'echo a#"${@1}" # FLOW_EXPR'],
      [
        'export A=@x; local b="@y"; declare -r c=@z',
        'export A="${@1}"; local b="${@2}"; declare -r c="${@3}"',
      ],
      ['ls @(a|@x) {@y,b}', 'ls @(a|"${@1}") {"${@2}",b}'],
      ['! grep -q @x f && time cat @y', '! grep -q "${@1}" f && time cat "${@2}"'],
    ]);
  });

  it('lets no value into arithmetic', () => {
    assertFaults('bash', 'In arithmetic a value could become code', [
      'echo $((1 + @x))',
      'echo "$(( $(echo @x) ))"',
      '((@x > 1))',
      'let a=@x',
      'echo $[@x]',
      'a[@x]=1',
      'a=([@x]=1)',
      'echo ${a[@x]}',
      'echo ${a:@x:1}',
      '[[ @x -eq 1 ]]',
      '[[ $a -gt "@x" ]]',
      'declare -i a=@x',
      'local -ri a="@x"',
      'declare -i a\na=@x',
      'for ((i = 0; i < @x; i++)); do :; done',
      'typeset -i a; a+=@x',
    ]);
    assertFaults('zsh', 'In arithmetic a value could become code', ['[ @x -gt 1 ]', 'echo $a[@x]']);
    assertBinds('bash', [
      ['[ @x -gt 1 ]', '[ "${@1}" -gt 1 ]'],
      ['ls a[@x]', 'ls a["${@1}"]'],
    ]);
    assertFaults('bash', 'A value can’t be the end of a `{1..n}`', [
      'for i in {1..@x}; do :; done',
      'echo {@x..9}',
    ]);
  });

  it('lets no value be a name', () => {
    assertFaults('bash', 'A value can’t be the name of a variable', [
      '@x=1',
      'A@x=1',
      'export @x',
      'export "@x=1"',
      'declare @x=1',
      'readonly A@x',
      'unset @x',
      'read -r @x',
      'printf -v @x a',
      'test -v @x',
      '[ -v "@x" ]',
      '[[ -v @x ]]',
      'for @x in a; do :; done',
    ]);
    assertBinds('bash', [
      ['read -p "@x" a', 'read -p "${@1}" a'],
      ['printf @x a', 'printf "${@1}" a'],
    ]);
  });

  it('lets no value be what the shell runs or expands once more', () => {
    assertFaults('bash', 'Here the shell would run the value as code', [
      'PS4=@x',
      'export BASH_ENV="@x"',
      'declare -x PROMPT_COMMAND=@x',
      'mapfile -C @x a',
      'bind -x @x',
    ]);
    assertFaults('bash', 'A value can’t be the name of a variable', ['declare -n a=@x', 'local -rn a="@x"']);
    assertFaults('bash', 'Here a value would become code of `com', ['compgen -W @x', 'complete -C "@x" a']);
    assertBinds('bash', [['ENV=@x MYPS4=@y a', 'ENV="${@1}" MYPS4="${@2}" a']]);
  });

  it('lets no value be the command', () => {
    assertFaults('sh', 'A value can’t be the command itself', [
      '@x',
      '"@x" a',
      'a && @x',
      'a=$(@x)',
      'sudo @x',
      'exec "@x"',
      'A=b @x',
    ]);
    assertBinds('sh', [
      ['@x/bin/tool', '"${@1}"/bin/tool'],
      ['timeout @x sudo -u @y a', 'timeout "${@1}" sudo -u "${@2}" a'],
    ]);
  });
});
