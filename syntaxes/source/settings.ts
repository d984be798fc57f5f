import { RETRY_KEYS, RETRY_REASONS } from './keys.ts';
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

export const PRIORITY = 'constant.language.priority.flow-yaml';
const ENV_NAME = 'variable.other.env.flow-yaml';

const retryValue: readonly Rule[] = [
  include('#duration'),
  constants(
    RETRY_REASONS,
    'constant.language.reason.flow-yaml',
    String.raw`(?<=[\s,\[])`,
    String.raw`(?=[ \t]*(?:[,\]]|$)|[ \t]+#)`,
  ),
];
// `exit_code` is a key as well: it may name the codes.
const retryKey = oneOf([...RETRY_KEYS, 'exit_code']);
const flowEnv = flowMap([flowKey(FLOW_KEY, ENV_NAME), include('#flow-value')]);

/** What a workflow and a task both may set. */
export const settingsRepository: Repository = {
  settings: {
    patterns: [
      entry('timeout', KNOWN_KEY, [include('#duration'), include('#value')]),
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
      flowEntry('timeout', [include('#duration'), include('#flow-value')]),
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
