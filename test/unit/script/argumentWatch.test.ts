import { assertBinds, assertFaults } from './support/table.ts';

describe('watchArguments', () => {
  it('lets no value into code that a program is given', () => {
    assertFaults('bash', 'Here a value would become code of `', [
      'sh -c "echo @x"',
      "bash -ec 'echo @x'",
      '/bin/bash -o pipefail -c @x',
      'bash -c -e "echo @x"',
      'eval "echo @x"',
      'eval echo @x',
      'command eval @x',
      "trap 'rm @x' EXIT",
      'alias a="b @x"',
      'python3 -c "print(@x)"',
      'python -uc"print(@x)"',
      'node -e "@x"',
      'node --eval="@x"',
      'node -r ./a.js -p "@x"',
      "perl -lane 'print @x'",
      "ruby -e 'puts @x'",
      'php -r "@x"',
      `awk '{ print "@x" }'`,
      `awk -F, -v a=b '/@x/' f`,
      'sed "s/a/@x/" f',
      'sed -i -e "s/a/@x/" f',
      "sed -i '' 's/a/@x/' f",
      'ssh host "ls @x"',
      'ssh -p 22 host ls @x',
      'su user -c "ls @x"',
      'watch -n 1 "ls @x"',
      'pwsh -Command "ls @x"',
      'cmd /c "dir @x"',
      'sudo -u root sh -c "ls @x"',
      'env A=b timeout 5 bash -c "ls @x"',
      'xargs -I{} sh -c "ls {} @x"',
      'find . -exec sh -c "ls @x" \\;',
      'docker exec c sh -c "ls @x"',
      'kubectl exec pod -- bash -c "ls @x"',
      'flock f -c "ls @x"',
      'echo "$(sh -c "ls @x")"',
    ]);
  });

  it('lets no value into code that a program reads', () => {
    assertFaults('bash', 'What `', [
      'bash <<E\necho @x\nE',
      "bash <<'E'\necho @x\nE",
      "python3 - <<'E'\nprint(@x)\nE",
      'bash -s a <<E\n@x\nE',
      'sh <<< "echo @x"',
      'echo @x | sh',
      'cat <<E | bash\n@x\nE',
      'cat <<E |\n@x\nE\nbash',
      'ssh host <<E\n@x\nE',
      "ssh host 'bash -s' <<E\n@x\nE",
      'sudo node <<E\n@x\nE',
      'echo @x | sudo -E bash -',
      'docker run -i image sh <<E\n@x\nE',
    ]);
  });

  it('lets no value be an option of a program that takes code', () => {
    assertFaults('bash', 'A value that begins with "-" would be an option', [
      'python3 @x',
      'node "@x"',
      'perl -w @x',
      'ssh @x ls',
      'node -e "a" @x',
    ]);
  });

  it('lets values be arguments and data', () => {
    assertBinds('bash', [
      ['sh -c \'echo "$1"\' sh @x', 'sh -c \'echo "$1"\' sh "${@1}"'],
      ['node a.mjs @x -e @y', 'node a.mjs "${@1}" -e "${@2}"'],
      ['node -e "a" -- @x', 'node -e "a" -- "${@1}"'],
      ['python3 -c "a" @x', 'python3 -c "a" "${@1}"'],
      ['python3 scripts/@x.py', 'python3 scripts/"${@1}".py'],
      ['python3 -- @x', 'python3 -- "${@1}"'],
      ['python3 a.py <<E\n@x\nE', 'python3 a.py <<E\n${@1}\nE'],
      ['echo @x | node a.mjs', 'echo "${@1}" | node a.mjs'],
      ["printf %s @x | awk '{ print }' | sh a.sh", 'printf %s "${@1}" | awk \'{ print }\' | sh a.sh'],
      ["printf %s @x | ssh host 'cat > f'", 'printf %s "${@1}" | ssh host \'cat > f\''],
      ['ssh user@@x ls', 'ssh user@"${@1}" ls'],
      ['awk -v a=@x "{ print a }" @y', 'awk -v a="${@1}" "{ print a }" "${@2}"'],
      ['awk -f a.awk @x', 'awk -f a.awk "${@1}"'],
      ['grep -e @x; ls -c @y', 'grep -e "${@1}"; ls -c "${@2}"'],
      ['echo @x | grep bash', 'echo "${@1}" | grep bash'],
      ['apt-get install python3 @x', 'apt-get install python3 "${@1}"'],
      ['echo @x; bash a.sh', 'echo "${@1}"; bash a.sh'],
      ['cat <<E > f; bash f\n@x\nE', 'cat <<E > f; bash f\n${@1}\nE'],
    ]);
  });
});
