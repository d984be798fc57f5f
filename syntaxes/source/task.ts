import { TASK_SCHEMA } from '../../src/language/schema/taskSchema.ts';
import { choicesOf, keysOf, PLAIN } from './keys.ts';
import { include, type Repository, scopes } from './rule.ts';
import { flowTasks, OTHER_LANGUAGES, shellOf } from './scripts.ts';
import { constants } from './settings.ts';
import { COLON, entry, flowEntry, flowKey, flowSequence, KNOWN_KEY, plainEntries } from './yaml.ts';

const CHOICE = 'constant.language.choice.flow-yaml';
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
      entry(keysOf(TASK_SCHEMA, 'tasks'), KNOWN_KEY, [include('#task-references')]),
      include('#if'),
      include('#settings'),
      include('#matrix'),
      include('#pool'),
      include('#cache'),
      ...choicesOf(TASK_SCHEMA).map(([key, words]) =>
        entry(key, KNOWN_KEY, [constants(words, CHOICE), include('#value')]),
      ),
      ...plainEntries(keysOf(TASK_SCHEMA, ...PLAIN), KNOWN_KEY),
      ...flowTasks,
      include('#value'),
    ],
  },
  'flow-task': {
    patterns: [
      flowEntry(keysOf(TASK_SCHEMA, 'tasks'), [include('#task-references')]),
      include('#flow-if'),
      include('#flow-settings'),
      include('#flow-matrix'),
      include('#flow-pool'),
      include('#flow-cache'),
      ...choicesOf(TASK_SCHEMA).map(([key, words]) =>
        flowEntry(key, [constants(words, CHOICE), include('#flow-value')]),
      ),
      flowKey(keysOf(TASK_SCHEMA), KNOWN_KEY),
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
