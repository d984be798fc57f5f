import { conditionRepository } from './condition.ts';
import { interpolationRepository } from './interpolation.ts';
import { INPUT_KEYS, INPUT_TYPES, PLAIN_WORKFLOW_KEYS, TASK_KEYS } from './keys.ts';
import { type Grammar, include, oneOf, type Repository, scopes } from './rule.ts';
import { flowTasks, scriptInjections, scriptRepository } from './scripts.ts';
import { constants, settingsRepository } from './settings.ts';
import { taskRepository } from './task.ts';
import {
  AFTER_KEY,
  ANY_KEY,
  COLON,
  entry,
  FLOW_KEY,
  flowKey,
  flowMap,
  KNOWN_KEY,
  plainEntries,
} from './yaml.ts';
import { yamlRepository } from './yamlValues.ts';

const TASK_NAME = 'entity.name.function.task.flow-yaml';
const INPUT_NAME = 'variable.parameter.input.flow-yaml';

const sections: Repository = {
  tasks: {
    patterns: [
      {
        begin: String.raw`^(tasks)[ \t]*(:)(?=[ \t]|$)`,
        // Until the next key at the margin: a stray line there, as while typing, doesn't end the tasks.
        while: String.raw`^(?!${ANY_KEY}${AFTER_KEY}|(?:---|\.\.\.)(?:[ \t]|$))`,
        beginCaptures: scopes({ 1: KNOWN_KEY, 2: COLON }),
        patterns: [
          include('#comment'),
          include('#torn-task'),
          entry(ANY_KEY, TASK_NAME, [include('#task-body')]),
          flowMap([flowKey(FLOW_KEY, TASK_NAME), ...flowTasks, include('#flow-value')]),
          include('#value'),
        ],
      },
    ],
  },
  // A key of a task, with its value, where a task should begin: a line above it has come loose. It stays a task.
  'torn-task': {
    patterns: [
      {
        begin: String.raw`^(?=([ ]+)${oneOf(TASK_KEYS)}[ \t]*:[ \t]+[^\s{#])`,
        while: String.raw`^(?=\1|[ \t]*(?:#|$))`,
        patterns: [include('#task-body')],
      },
    ],
  },
  inputs: {
    patterns: [
      entry('inputs', KNOWN_KEY, [
        include('#comment'),
        entry(ANY_KEY, INPUT_NAME, [
          entry('type', KNOWN_KEY, [constants(INPUT_TYPES, 'support.type.flow-yaml'), include('#value')]),
          ...plainEntries(oneOf(INPUT_KEYS), KNOWN_KEY),
          flowMap([
            constants(INPUT_TYPES, 'support.type.flow-yaml', String.raw`(?<=type:[ \t])`),
            flowKey(oneOf(INPUT_KEYS), KNOWN_KEY),
            include('#flow-value'),
          ]),
          include('#value'),
        ]),
        include('#value'),
      ]),
    ],
  },
};

export const workflowGrammar: Grammar = {
  name: 'Flow YAML',
  scopeName: 'source.flow-yaml',
  injections: scriptInjections,
  patterns: [
    include('#document'),
    include('#comment'),
    include('#tasks'),
    include('#settings'),
    include('#inputs'),
    ...plainEntries(oneOf(PLAIN_WORKFLOW_KEYS), KNOWN_KEY),
    include('#value'),
  ],
  repository: {
    ...sections,
    ...taskRepository,
    ...conditionRepository,
    ...settingsRepository,
    ...scriptRepository,
    ...interpolationRepository,
    ...yamlRepository,
  },
};
