import { quoted } from '../blame.ts';
import { insertBelow } from '../edit/insertPair.ts';
import { indentUnit } from '../edit/layout.ts';
import { removePair } from '../edit/removePair.ts';
import { keyOf, type MapSchema } from '../schema.ts';
import { schemaAt } from '../schemaAt.ts';
import { pairOf } from '../source/value.ts';
import { keysOf, lastPair } from '../stepsTo.ts';
import type { WayOut } from './wayOut.ts';

/** What other tools call a key of ours, without regard to case and to what joins the words. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  needs: ['dependson', 'depends', 'dependencies', 'deps', 'after', 'requires', 'require', 'upstream'],
  run: ['command', 'cmd', 'script', 'exec', 'shellcommand', 'bash'],
  module: ['function', 'file', 'entry'],
  env: ['environment', 'envs', 'variables', 'vars', 'envvars'],
  cwd: ['workingdirectory', 'workingdir', 'workdir', 'directory', 'dir'],
  if: ['when', 'condition', 'onlyif'],
  with: ['args', 'arguments', 'params', 'parameters'],
  continue_on_error: ['allowfailure', 'ignoreerrors', 'ignoreerror', 'ignorefailed'],
  description: ['summary', 'doc', 'docs', 'title', 'label', 'comment'],
  timeout: ['timelimit', 'maxduration', 'maxruntime'],
  pool: ['queue', 'resource', 'group'],
  tasks: ['jobs', 'steps', 'stages', 'nodes', 'targets'],
  max_concurrent_tasks: [
    'concurrency',
    'parallelism',
    'maxparallel',
    'maxworkers',
    'maxconcurrency',
    'jobslimit',
  ],
  inputs: ['params', 'parameters', 'arguments', 'args'],
  retry_policy: ['retry', 'retrystrategy', 'retrypolicy'],
  max_attempts: ['attempts', 'maxtries', 'tries', 'limit'],
  initial_delay: ['delay', 'backoff', 'wait', 'interval'],
  backoff_factor: ['factor', 'multiplier', 'backoffmultiplier', 'exponent'],
  max_delay: ['maxinterval', 'maxwait', 'maxbackoff'],
  options: ['choices', 'values', 'enum', 'oneof'],
  minimum: ['min'],
  maximum: ['max'],
  default: ['defaultvalue', 'value'],
};

/** A key by the name that another tool has for it. */
export const ourWord: WayOut = function* ({ diagnostic, place }) {
  const found = lastPair(place);
  const schema = schemaOf(keysOf(place));
  if (found === undefined || schema === undefined || diagnostic.replacement !== undefined) return;
  const folded = found.pair.key.value.toLowerCase().replace(/[^a-z]/g, '');
  const ours = schema.keys.find(({ name }) => WORDS[name]?.includes(folded))?.name;
  if (ours === undefined || pairOf(found.map, ours) !== undefined) return;
  yield {
    title: `Change to ${quoted(ours)}`,
    edits: [{ range: diagnostic.range, newText: ours }],
    preferred: true,
  };
};

/** A key that belongs one level deeper: `max_attempts` of a task, or of the workflow, into its `retry_policy`. */
export const moveKey: WayOut = function* ({ analysis: { text, root }, place }) {
  const found = lastPair(place);
  const schema = schemaOf(keysOf(place));
  if (found === undefined || schema === undefined || found.pair.value.type !== 'scalar') return;
  const { map, pair } = found;
  const name = pair.key.value;
  const written = text.slice(pair.range.start, pair.range.end);
  if (written.includes('\n')) return;
  for (const { name: owner, type } of schema.keys) {
    if (type.type !== 'map' || keyOf(type.schema, name) === undefined) continue;
    const there = pairOf(map, owner);
    const inner = { block: [written], flow: written };
    const unit = indentUnit(text, root);
    const edits =
      there === undefined
        ? [{ range: pair.range, newText: `${owner}: { ${written} }` }]
        : [removePair(text, map, pair), insertBelow(text, map, there, inner, unit)];
    yield { title: `Move ${quoted(name)} into ${quoted(owner)}`, edits, preferred: true };
  }
};

/** What the schema says of the map that the last of some keys is in. */
function schemaOf(keys: readonly string[]): MapSchema | undefined {
  const place = schemaAt(keys.slice(0, -1));
  return place?.type === 'map' ? place.schema : undefined;
}
