import { CACHE_SCHEMA } from '../../src/language/schema/cacheSchema.ts';
import { TASK_SCHEMA } from '../../src/language/schema/taskSchema.ts';
import { keysOf } from './keys.ts';
import { include, oneOf, type Repository } from './rule.ts';
import { ANY_KEY, entry, FLOW_KEY, flowEntry, flowKey, flowMap, KNOWN_KEY, plainEntries } from './yaml.ts';

const AXIS_NAME = 'variable.parameter.matrix.flow-yaml';

const MATRIX = keysOf(TASK_SCHEMA, 'matrix');
const WORDS = oneOf(
  TASK_SCHEMA.keys.flatMap(({ type }) => (type.type === 'matrix' ? type.values.map(({ name }) => name) : [])),
);
const CACHE = keysOf(CACHE_SCHEMA);

const flowAxes = flowMap([
  flowEntry(WORDS, [include('#flow-value')]),
  flowKey(FLOW_KEY, AXIS_NAME),
  include('#flow-value'),
]);
const flowCache = flowMap([flowKey(CACHE, KNOWN_KEY), include('#flow-value')]);

/** The maps of a task whose keys are names of the author's, or its own. */
export const matrixRepository: Repository = {
  matrix: {
    patterns: [
      entry(MATRIX, KNOWN_KEY, [
        include('#comment'),
        ...plainEntries(WORDS, KNOWN_KEY),
        ...plainEntries(ANY_KEY, AXIS_NAME),
        flowAxes,
        include('#value'),
      ]),
    ],
  },
  'flow-matrix': { patterns: [flowEntry(MATRIX, [flowAxes])] },
  cache: {
    patterns: [
      entry('cache', KNOWN_KEY, [
        include('#comment'),
        ...plainEntries(CACHE, KNOWN_KEY),
        flowCache,
        include('#value'),
      ]),
    ],
  },
  'flow-cache': { patterns: [flowEntry('cache', [flowCache])] },
};
