/**
 * Programs that take code: from an option, an operand, or their standard input. A value must not stand in it,
 * for there it would become code however well the shell that starts the program keeps it together.
 */
export interface Program {
  /** What matches the program's name, its folder and `.exe` aside. */
  readonly name: RegExp;
  /** What its first operand is: a file or a module, code, or a host with code after it. `data`: never code. */
  readonly operand: 'file' | 'code' | 'host' | 'data';
  /** The operands after the first are part of the code as well. */
  readonly all?: boolean;
  /** The beginning of an option whose value is code, up to that value where it is in the same word. */
  readonly code?: RegExp;
  /** After code from an option: the operand is the code (`sh -ec`), options end, or they go on. */
  readonly after?: 'operand' | 'end' | 'options';
  /** Options whose value is the next word and no code. */
  readonly takes?: RegExp;
  /** Options that say where the code is, so that no operand is code. */
  readonly elsewhere?: RegExp;
  /** It reads its code from the standard input where no operand or option gives any. */
  readonly input?: boolean;
  /** The option that says so explicitly. */
  readonly inputOption?: RegExp;
  /** How to hand a value over safely. */
  readonly wayOut: string;
}

const ENV = 'put the value into `env:` and read that variable in the code';

export const PROGRAMS: readonly Program[] = [
  {
    name: /^(ba|da|z|k|mk|a|fi)?sh$/,
    operand: 'file',
    code: /^-[a-zA-Z]*c[a-zA-Z]*$/,
    after: 'operand',
    takes: /^[-+][a-zA-Z]*[oO]$|^--(rcfile|init-file)$/,
    input: true,
    inputOption: /^-[a-zA-Z]*s[a-zA-Z]*$/,
    wayOut: 'pass the value as an argument, as in `sh -c \'… "$1"\' sh "${{ … }}"`',
  },
  {
    name: /^(python|pypy)[\d.]*$/,
    operand: 'file',
    code: /^-[bBdEhiIOPqsSuvVx]*c/,
    after: 'end',
    takes: /^-[WX]$/,
    input: true,
    wayOut: 'pass the value as an argument, as in `python3 -c \'… sys.argv[1] …\' "${{ … }}"`',
  },
  {
    name: /^(node|nodejs|bun|tsx)$/,
    operand: 'file',
    code: /^(-e|-p|-pe|--eval|--print|--import|--loader)(=|$)/,
    after: 'options',
    takes: /^(-r|-C|--require|--conditions|--env-file)$/,
    input: true,
    wayOut: 'pass the value as an argument, as in `node -e \'… process.argv[1] …\' -- "${{ … }}"`',
  },
  {
    name: /^perl[\d.]*$/,
    operand: 'file',
    code: /^-[aclnpstTuUwW0-9S]*[eE]/,
    after: 'options',
    takes: /^-I$/,
    input: true,
    wayOut: 'pass the value as an argument, as in `perl -e \'… $ARGV[0] …\' -- "${{ … }}"`',
  },
  {
    name: /^ruby[\d.]*$/,
    operand: 'file',
    code: /^-[alnpswW0-9]*e/,
    after: 'options',
    takes: /^-[IrC]$/,
    input: true,
    wayOut: 'pass the value as an argument, as in `ruby -e \'… ARGV[0] …\' -- "${{ … }}"`',
  },
  {
    name: /^php[\d.]*$/,
    operand: 'file',
    code: /^(-[rBRE]|--run|--process-(begin|code|end))/,
    after: 'options',
    takes: /^-[cdz]$/,
    elsewhere: /^-f/,
    input: true,
    wayOut: ENV,
  },
  {
    name: /^(lua|luajit|r|rscript|osascript)[\d.]*$/i,
    operand: 'file',
    code: /^-e/,
    after: 'options',
    takes: /^-l$/,
    input: true,
    wayOut: ENV,
  },
  {
    name: /^[gmn]?awk$/,
    operand: 'code',
    code: /^(-e|--source)(=|$)/,
    after: 'options',
    takes: /^(-[Fvil]|--assign|--field-separator|--include)$/,
    elsewhere: /^(-[fE]|--file|--exec)/,
    wayOut: 'put the value into `env:` and read it there as `ENVIRON["NAME"]`',
  },
  {
    name: /^g?sed$/,
    operand: 'code',
    code: /^(-[nrEszu]*e|--expression(=|$))/,
    after: 'options',
    takes: /^-l$/,
    elsewhere: /^(-[nrEszu]*f|--file)/,
    wayOut: 'put the value into `env:` and let `awk` do it, which reads it as `ENVIRON["NAME"]`',
  },
  {
    name: /^ssh$/,
    operand: 'host',
    all: true,
    takes: /^-[46AaCfGgKkMNnqsTtVvXxYy]*[BbcDEeFIiJLlmOopQRSWw]$/,
    input: true,
    wayOut:
      'send the value as input, as in `printf %s "${{ … }}" | ssh host \'…\'`, since the other side’s shell reads all arguments as code',
  },
  {
    name: /^(su|runuser|script|flock)$/,
    operand: 'data',
    code: /^(-[a-z]*c$|--(session-)?command(=|$))/,
    after: 'options',
    wayOut: ENV,
  },
  {
    name: /^(pwsh|powershell)$/i,
    operand: 'file',
    code: /^-(c|com|comm|comma|comman|command|e|ec|enc.*)$/i,
    all: true,
    elsewhere: /^-f/i,
    input: true,
    wayOut: ENV,
  },
  { name: /^cmd$/i, operand: 'file', code: /^\/[ckr]/i, all: true, wayOut: ENV },
  { name: /^watch$/, operand: 'code', all: true, takes: /^-n$/, wayOut: ENV },
  { name: /^(alias|compgen|complete|eval)$/, operand: 'code', all: true, wayOut: ENV },
  { name: /^(iex|invoke-expression)$/i, operand: 'code', all: true, input: true, wayOut: ENV },
  { name: /^add-type$/i, operand: 'data', code: /^-(type|member)def\w*$/i, after: 'options', wayOut: ENV },
  { name: /^trap$/, operand: 'code', wayOut: ENV },
];

/** Commands that start the command which stands behind their options. */
export const STARTERS: ReadonlySet<string> = new Set(
  'builtin caffeinate chroot command doas env exec ionice nice nohup setsid stdbuf strace sudo time timeout unbuffer xargs'.split(
    ' ',
  ),
);

/** Commands that start another one somewhere among their arguments. */
export const CONTAINERS: ReadonlySet<string> = new Set('docker kubectl nerdctl oc podman'.split(' '));
