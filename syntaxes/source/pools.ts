import { POOL_SCHEMA } from '../../src/language/schema/poolSchema.ts';
import { TASK_SCHEMA } from '../../src/language/schema/taskSchema.ts';
import { keysOf } from './keys.ts';
import { include, type Repository, scopes } from './rule.ts';
import { ANY_KEY, entry, FLOW_KEY, flowEntry, flowKey, flowMap, KNOWN_KEY, plainEntries } from './yaml.ts';

const POOL_NAME = 'entity.name.type.pool.flow-yaml';
const POOL_REFERENCE = 'entity.name.type.pool.reference.flow-yaml';

const POOL = keysOf(TASK_SCHEMA, 'pool');

const flowLimits = flowMap([
  flowEntry(keysOf(POOL_SCHEMA, 'rate'), [include('#rate'), include('#flow-value')]),
  flowKey(keysOf(POOL_SCHEMA), KNOWN_KEY),
  include('#flow-value'),
]);

/** The pools of a workflow, and the `pool` of a task. */
export const poolRepository: Repository = {
  pools: {
    patterns: [
      entry('pools', KNOWN_KEY, [
        include('#comment'),
        entry(ANY_KEY, POOL_NAME, [
          ...plainEntries(keysOf(POOL_SCHEMA, 'rate'), KNOWN_KEY, [include('#rate')]),
          ...plainEntries(keysOf(POOL_SCHEMA), KNOWN_KEY),
          flowLimits,
          include('#value'),
        ]),
        flowMap([flowKey(FLOW_KEY, POOL_NAME), flowLimits, include('#flow-value')]),
        include('#value'),
      ]),
    ],
  },
  pool: { patterns: [entry(POOL, KNOWN_KEY, [include('#pool-name')])] },
  'flow-pool': { patterns: [flowEntry(POOL, [include('#pool-name')])] },
  'pool-name': {
    patterns: [
      include('#scalar'),
      { name: POOL_REFERENCE, match: String.raw`(?<=[\s:])[A-Za-z_][\w-]*(?=[ \t]*(?:[,}]|$)|[ \t]+#)` },
    ],
  },
  rate: {
    patterns: [
      {
        match: String.raw`(?<=[\s:"'])([0-9]+)[ \t]*(/)[ \t]*([smh])(?=[\s,}"']|$)`,
        captures: scopes({
          1: 'constant.numeric.rate.flow-yaml',
          2: 'keyword.operator.rate.flow-yaml',
          3: 'keyword.other.unit.flow-yaml',
        }),
      },
    ],
  },
};
