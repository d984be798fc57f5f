import { PLAIN_TASK_KEYS, PRIORITIES, TASK_KEYS } from './keys.ts';
import { include, oneOf, type Repository, scopes } from './rule.ts';
import { flowTasks, OTHER_LANGUAGES, shellOf } from './scripts.ts';
import { constants, PRIORITY } from './settings.ts';
import { COLON, entry, flowEntry, flowKey, flowSequence, KNOWN_KEY, plainEntries } from './yaml.ts';

const TASK_REFERENCE = 'entity.name.function.task.reference.flow-yaml';

const languages = OTHER_LANGUAGES.map((language) => ({ ...language, rule: `task-in-${language.id}` }));

export const taskRepository: Repository = {
  'task-body': {
    patterns: [
      ...languages.map(({ rule }) => include(`#${rule}`)),
      include('#run-shellscript'),
      include('#task-keys'),
    ],
  },
  // From a `shell` that asks for another language to the end of its task.
  ...Object.fromEntries(
    languages.map((language) => [
      language.rule,
      {
        patterns: [
          {
            begin: String.raw`^([ ]*)(shell)[ \t]*(:)[ \t]+(?=["']?${shellOf(language)})`,
            while: String.raw`^(?=\1|[ \t]*(?:#|$))`,
            beginCaptures: scopes({ 2: KNOWN_KEY, 3: COLON }),
            patterns: [include(`#run-${language.id}`), include('#task-keys')],
          },
        ],
      },
    ]),
  ),
  'task-keys': {
    patterns: [
      entry('needs', KNOWN_KEY, [include('#task-references')]),
      include('#if'),
      include('#settings'),
      entry('priority', KNOWN_KEY, [constants(PRIORITIES, PRIORITY), include('#value')]),
      ...plainEntries(oneOf(PLAIN_TASK_KEYS), KNOWN_KEY),
      ...flowTasks,
      include('#value'),
    ],
  },
  'flow-task': {
    patterns: [
      flowEntry('needs', [include('#task-references')]),
      include('#flow-if'),
      include('#flow-settings'),
      flowEntry('priority', [constants(PRIORITIES, PRIORITY), include('#flow-value')]),
      flowKey(oneOf(TASK_KEYS), KNOWN_KEY),
      include('#flow-value'),
    ],
  },
  'task-references': {
    patterns: [
      include('#comment'),
      {
        name: 'punctuation.definition.block.sequence.item.yaml',
        match: String.raw`(?<![^ \t])-(?=[ \t]|$)`,
      },
      flowSequence([
        { name: 'punctuation.separator.sequence.yaml', match: ',' },
        include('#task-references'),
      ]),
      {
        match: String.raw`(["'])([^"']*)(\1)`,
        captures: scopes({
          1: 'punctuation.definition.string.begin.yaml',
          2: TASK_REFERENCE,
          3: 'punctuation.definition.string.end.yaml',
        }),
      },
      include('#scalar'),
      { name: TASK_REFERENCE, match: String.raw`[^\s,\[\]{}#&*!|>'"%@:\x60-][^\s,\[\]{}:]*` },
    ],
  },
};
