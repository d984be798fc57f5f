import { RETRY_POLICY_SCHEMA } from '../../src/language/schema/retryPolicySchema.ts';
import { TASK_SCHEMA } from '../../src/language/schema/taskSchema.ts';
import { choicesOf, keysOf } from './keys.ts';
import { include, oneOf, type Repository, type Rule, scopes } from './rule.ts';
import {
  ANY_KEY,
  entry,
  FLOW_KEY,
  flowEntry,
  flowKey,
  flowMap,
  flowSequence,
  KNOWN_KEY,
  plainEntries,
} from './yaml.ts';

const ENV_NAME = 'variable.other.env.flow-yaml';

const retryValue: readonly Rule[] = [
  include('#duration'),
  constants(
    choicesOf(RETRY_POLICY_SCHEMA).flatMap(([, reasons]) => reasons),
    'constant.language.reason.flow-yaml',
    String.raw`(?<=[\s,\[])`,
    String.raw`(?=[ \t]*(?:[,\]]|$)|[ \t]+#)`,
  ),
];
// `exit_code` is a key as well: it may name the codes.
const retryKey = `(?:${keysOf(RETRY_POLICY_SCHEMA)}|exit_code)`;
const durationKey = keysOf(TASK_SCHEMA, 'duration');
const flowEnv = flowMap([flowKey(FLOW_KEY, ENV_NAME), include('#flow-value')]);

/** What a workflow and a task both may set. */
export const settingsRepository: Repository = {
  settings: {
    patterns: [
      entry(durationKey, KNOWN_KEY, [include('#duration'), include('#value')]),
      entry('env', KNOWN_KEY, [
        include('#comment'),
        ...plainEntries(ANY_KEY, ENV_NAME),
        flowEnv,
        include('#value'),
      ]),
      entry('retry_policy', KNOWN_KEY, [
        include('#comment'),
        include('#retry-entry'),
        include('#flow-retry'),
        include('#value'),
      ]),
    ],
  },
  'retry-entry': {
    patterns: [
      entry(retryKey, KNOWN_KEY, [
        include('#retry-entry'),
        ...retryValue,
        include('#flow-retry'),
        include('#value'),
      ]),
    ],
  },
  'flow-settings': {
    patterns: [
      flowEntry(durationKey, [include('#duration'), include('#flow-value')]),
      flowEntry('env', [flowEnv]),
      flowEntry('retry_policy', [include('#flow-retry')]),
    ],
  },
  'flow-retry': {
    patterns: [
      flowMap([...retryValue, flowKey(retryKey, KNOWN_KEY), include('#flow-retry'), include('#flow-value')]),
      flowSequence([...retryValue, include('#flow-retry'), include('#flow-value')]),
    ],
  },
  duration: {
    patterns: [
      {
        begin: String.raw`(?<![^\s,:\[{"'])(?=(?:[0-9]+(?:\.[0-9]+)?(?:ms|[smh]))+(?:[\s,\]}"']|$))`,
        end: String.raw`(?=[\s,\]}"']|$)`,
        patterns: [
          {
            match: String.raw`([0-9]+(?:\.[0-9]+)?)(ms|[smh])`,
            captures: scopes({ 1: 'constant.numeric.duration.flow-yaml', 2: 'keyword.other.unit.flow-yaml' }),
          },
        ],
      },
    ],
  },
};

/** Some words, where one of them is the whole value. */
export function constants(
  words: readonly string[],
  name: string,
  before = String.raw`(?<=[\s:])`,
  after = String.raw`(?=[ \t]*(?:[,}]|$)|[ \t]+#)`,
): Rule {
  return { name, match: before + oneOf(words) + after };
}
