import { INPUT_SCHEMA } from '../../src/language/schema/inputSchema.ts';
import { TASK_SCHEMA } from '../../src/language/schema/taskSchema.ts';
import { WORKFLOW_SCHEMA } from '../../src/language/schema/workflowSchema.ts';
import { conditionRepository } from './condition.ts';
import { interpolationRepository } from './interpolation.ts';
import { choicesOf, keysOf, PLAIN } from './keys.ts';
import { matrixRepository } from './matrix.ts';
import { poolRepository } from './pools.ts';
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
  flowEntry,
  flowKey,
  flowMap,
  KNOWN_KEY,
  plainEntries,
} from './yaml.ts';
import { yamlRepository } from './yamlValues.ts';

const TASK_NAME = 'entity.name.function.task.flow-yaml';
const INPUT_NAME = 'variable.parameter.input.flow-yaml';
const OUTPUT_NAME = 'variable.other.output.flow-yaml';
const INPUT_TYPE = 'support.type.flow-yaml';

/** The keys below which tasks stand. */
const TASK_SECTIONS = oneOf(
  WORKFLOW_SCHEMA.keys.flatMap(({ name, type }) =>
    type.type === 'named-maps' && type.of === 'task' ? [name] : [],
  ),
);

const sections: Repository = {
  tasks: {
    patterns: [
      {
        begin: String.raw`^(${TASK_SECTIONS})[ \t]*(:)(?=[ \t]|$)`,
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
        begin: String.raw`^(?=([ ]+)${keysOf(TASK_SCHEMA)}[ \t]*:[ \t]+[^\s{#])`,
        while: String.raw`^(?=\1|[ \t]*(?:#|$))`,
        patterns: [include('#task-body')],
      },
    ],
  },
  outputs: {
    patterns: [
      entry('outputs', KNOWN_KEY, [
        include('#comment'),
        ...plainEntries(ANY_KEY, OUTPUT_NAME),
        flowMap([flowKey(FLOW_KEY, OUTPUT_NAME), include('#flow-value')]),
        include('#value'),
      ]),
    ],
  },
  inputs: {
    patterns: [
      entry('inputs', KNOWN_KEY, [
        include('#comment'),
        entry(ANY_KEY, INPUT_NAME, [
          ...choicesOf(INPUT_SCHEMA).map(([key, words]) =>
            entry(key, KNOWN_KEY, [constants(words, INPUT_TYPE), include('#value')]),
          ),
          ...plainEntries(keysOf(INPUT_SCHEMA), KNOWN_KEY),
          flowMap([
            ...choicesOf(INPUT_SCHEMA).map(([key, words]) =>
              flowEntry(key, [constants(words, INPUT_TYPE), include('#flow-value')]),
            ),
            flowKey(keysOf(INPUT_SCHEMA), KNOWN_KEY),
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
    include('#pools'),
    include('#outputs'),
    ...plainEntries(keysOf(WORKFLOW_SCHEMA, ...PLAIN), KNOWN_KEY),
    include('#value'),
  ],
  repository: {
    ...sections,
    ...taskRepository,
    ...conditionRepository,
    ...settingsRepository,
    ...poolRepository,
    ...matrixRepository,
    ...scriptRepository,
    ...interpolationRepository,
    ...yamlRepository,
  },
};
