import { include, type Repository, type Rule, scopes } from './rule.ts';
import { COLON, entry, flowKey, flowMap, KNOWN_KEY, textEntry } from './yaml.ts';

/** A language that `run` may be written in. */
interface ScriptLanguage {
  /** VS Code's language id, and the last part of the embedded scopes. */
  readonly id: string;
  readonly grammar: string;
}

/** One that `shell` must ask for. */
interface OtherLanguage extends ScriptLanguage {
  /** The program, as a pattern. */
  readonly shell: string;
}

const SHELL: ScriptLanguage = { id: 'shellscript', grammar: 'source.shell' };

export const OTHER_LANGUAGES: readonly OtherLanguage[] = [
  { id: 'python', grammar: 'source.python', shell: 'python[0-9.]*' },
  { id: 'javascript', grammar: 'source.js', shell: 'node' },
  { id: 'powershell', grammar: 'source.powershell', shell: '(?:pwsh|powershell)' },
  { id: 'bat', grammar: 'source.batchfile', shell: 'cmd' },
];

/** How the value of a `shell` that asks for the language begins: with or without a path, before any arguments. */
export function shellOf({ shell }: OtherLanguage): string {
  return String.raw`(?:[^\s"'#]*/)?(?:env[ \t]+)?${shell}(?:\.exe)?(?![^\s"',}])`;
}

/** `run` of a block map. */
function run(language: ScriptLanguage): readonly Rule[] {
  const line = embeddedLine(language);
  return [
    textEntry('run', KNOWN_KEY, `meta.embedded.block.${language.id}`, [include(language.grammar)]),
    entry('run', KNOWN_KEY, [
      quotedScript(line),
      // Matches rather than regions: whatever the script leaves open ends with its line.
      {
        match: String.raw`(?:\G|^)[ \t]+((?![#"'&*!|>%@\x60])\S.*?)(?=[ \t]+#|[ \t]*$)`,
        captures: { 1: line },
      },
      // The further lines of a plain scalar may begin with anything but a comment.
      { match: String.raw`^[ \t]+([^\s#].*?)(?=[ \t]+#|[ \t]*$)`, captures: { 1: line } },
      include('#scalar'),
    ]),
  ];
}

/** `{ … }` of a task, in the language that its `shell` asks for on the same line. */
export const flowTasks: readonly Rule[] = [
  ...OTHER_LANGUAGES.map((language) =>
    flowMap(
      [include(`#flow-run-${language.id}`), include('#flow-task')],
      String.raw`(?=[^{}]*(?<![^\s,{])shell[ \t]*:[ \t]+["']?${shellOf(language)})`,
    ),
  ),
  flowMap([include(`#flow-run-${SHELL.id}`), include('#flow-task')]),
];

/** `run` of a flow map. */
function flowRun(language: ScriptLanguage): readonly Rule[] {
  return [
    {
      begin: String.raw`(?<![^\s,{])(run)[ \t]*(:)[ \t]+(?=["'])`,
      end: '(?=[,}])',
      beginCaptures: scopes({ 1: KNOWN_KEY, 2: COLON }),
      patterns: [quotedScript(embeddedLine(language)), include('#scalar')],
    },
    {
      match: String.raw`(?<![^\s,{])(run)[ \t]*(:)[ \t]+([^\s,\[\]{}"'#&*!|>%@\x60][^,\[\]{}#]*?)(?=[ \t]*(?:[,}]|$))`,
      captures: {
        ...scopes({ 1: KNOWN_KEY, 2: COLON }),
        3: embeddedLine(language),
      },
    },
    flowKey('run', KNOWN_KEY),
  ];
}

/** What scripts need from outside their own grammars. */
export const scriptInjections: Repository = {
  'L:meta.embedded.block - meta.embedded.expression': { patterns: [include('#interpolation-in-text')] },
  'L:meta.embedded.line - meta.embedded.expression': { patterns: [include('#interpolation')] },
  'L:meta.embedded.block.shellscript - (meta.embedded.expression | string | comment | meta.arithmetic)': {
    patterns: [include('#shell-comment'), include('#here-document')],
  },
};

export const scriptRepository: Repository = {
  ...Object.fromEntries(
    [SHELL, ...OTHER_LANGUAGES].flatMap((language) => [
      [`run-${language.id}`, { patterns: run(language) }],
      [`flow-run-${language.id}`, { patterns: flowRun(language) }],
    ]),
  ),
  // The shell grammar takes a word for a command at the start of a line only; here a key stands before it.
  'command-within-line': {
    patterns: [
      {
        name: 'meta.statement.shell',
        begin: String.raw`(?<=:[ \t]|[ \t][ \t]|:[ \t]["'])(?!(?:if|for|while|until|case|select|function|time)\b|[\s!({\[&|;<>])`,
        end: String.raw`(?=[;|&()\x60{}]|$)`,
        patterns: [include('source.shell#typical_statements')],
      },
    ],
  },
  // The shell grammar matches a comment as a whole: nothing inside could be an expression.
  'shell-comment': {
    patterns: [
      {
        begin: String.raw`(?:^|[ \t])[ \t]*(?=#)`,
        end: '$',
        patterns: [
          {
            name: 'comment.line.number-sign.shell',
            begin: '#',
            end: '$',
            beginCaptures: scopes({ 0: 'punctuation.definition.comment.shell' }),
            patterns: [include('#interpolation')],
          },
        ],
      },
    ],
  },
  // The shell grammar looks for the end of a here-document at the left margin; in YAML that is indented.
  'here-document': {
    patterns: [
      hereDocument(String.raw`(["'])([A-Za-z_][\w-]*)(\2)`, 'string.quoted.heredoc.shell', []),
      hereDocument(String.raw`(\\?)([A-Za-z_][\w-]*)()`, 'string.unquoted.heredoc.shell', [
        {
          name: 'variable.other.normal.shell',
          match: String.raw`\$(?:[A-Za-z_]\w*|[0-9@*#?!$-]|\{(?!\{)[^}]*\})`,
        },
        { name: 'string.interpolated.dollar.shell', match: String.raw`\$\([^()]*\)` },
      ]),
    ],
  },
};

function embeddedLine({ id, grammar }: ScriptLanguage) {
  const start = id === SHELL.id ? [include('#command-within-line')] : [];
  return { name: `meta.embedded.line.${id}`, patterns: [...start, include(grammar)] };
}

/** A quoted scalar on one line. */
function quotedScript(line: ReturnType<typeof embeddedLine>): Rule {
  const marks = {
    1: 'punctuation.definition.string.begin.yaml',
    5: 'punctuation.definition.string.end.yaml',
  };
  return {
    name: 'string.quoted.yaml',
    match: String.raw`((["']))(?:(?<=")((?:[^"\\]|\\.)*)|(?<=')((?:[^']|'')*))(\2)`,
    captures: { ...scopes(marks), 3: line, 4: line },
  };
}

function hereDocument(delimiter: string, contentName: string, patterns: readonly Rule[]): Rule {
  return {
    begin: String.raw`(?<!<)(<<-?)[ \t]*${delimiter}(?=[\s;&|<>)]|$)(?!.*\)\))(.*)`,
    end: String.raw`^[ \t]*(\3)(?=[\s;&]|$)`,
    contentName,
    beginCaptures: {
      ...scopes({
        1: 'keyword.operator.heredoc.shell',
        2: 'punctuation.definition.string.heredoc.quote.shell',
        3: 'punctuation.definition.string.heredoc.delimiter.shell',
        4: 'punctuation.definition.string.heredoc.quote.shell',
      }),
      5: { patterns: [include('source.shell')] },
    },
    endCaptures: scopes({ 1: 'punctuation.definition.string.heredoc.delimiter.shell' }),
    patterns,
  };
}
