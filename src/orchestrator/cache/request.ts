import { hasExpression } from '../../expression/template.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json.ts';
import type { ExecutableWork, PlannedCache } from '../../model/plan.ts';
import { bindScript } from '../../script/bindScript.ts';
import type { NeedResult } from '../runner.ts';
import { filePrints } from './filePrints.ts';
import { holdsSecret, type Mark, type Marker, marker } from './marks.ts';
import { PRINT_VERSION, type Print } from './print.ts';

/** A task that is about to run, with all that its result depends on. */
export interface CacheRequest {
  /** The file of the run's workflow, and its folder: with the task's id they name the task in all runs. */
  readonly workflow: { readonly file: string; readonly folder: string };
  /** The task's id in full. */
  readonly task: string;
  /** The folder of the workflow that the task stands in, absolute: globs and a module's path start here. */
  readonly folder: string;
  readonly work: ExecutableWork;
  readonly cache: PlannedCache;
  /** The variables of `env`, evaluated: the workflow's and the task's. */
  readonly env: Readonly<Record<string, string>>;
  /** What the task inherits beside them. Only what `cache` names counts. */
  readonly inherited: Readonly<Record<string, string | undefined>>;
  /** By their names in the task's own file. */
  readonly needs: Readonly<Record<string, NeedResult>>;
  /** The values of the instance; empty outside of a matrix. */
  readonly matrix: JsonObject;
  /** The values of all secrets of the run. */
  readonly secrets: readonly string[];
  evaluate(expression: string): JsonValue;
  evaluateText(text: string): string;
  evaluateDeep(value: JsonValue): JsonValue;
}

type RunWork = Extract<ExecutableWork, { readonly kind: 'run' }>;

/** Of a need with more outputs than these, they count as one. */
const MOST_OUTPUTS = 50;

/**
 * What a task's result depends on, as things stand. Rejects with `EvaluationError` where an expression can't be
 * evaluated, with another error where a file is there and can't be read.
 * @param key what secrets are hashed with
 */
export async function printOf(request: CacheRequest, key: string, signal?: AbortSignal): Promise<Print> {
  const { work, cache, folder, secrets } = request;
  const mark = marker(secrets, key);
  const globs = cache.inputs.map((glob) => open(request, glob));
  const module = work.kind === 'module' ? open(request, work.path) : undefined;
  const keys = new Map<string, Mark>([
    ...workKeys(request, mark),
    ...variableKeys(request, mark),
    ...jsonKeys('matrix ', request.matrix, mark),
    ...needKeys(request, mark),
    ['cache outputs', mark.text(outputGlobs(request).join(', '))],
    ['platform', `${process.platform} ${process.arch}`],
  ]);
  return {
    version: PRINT_VERSION,
    keys: Object.fromEntries(keys),
    globs,
    ...(module !== undefined && { module }),
    files: await filePrints(folder, { globs, also: module }, signal),
  };
}

/** The globs of what the task makes, evaluated. */
export function outputGlobs(request: CacheRequest): readonly string[] {
  return request.cache.outputs.map((glob) => open(request, glob));
}

type Keys = readonly (readonly [string, Mark])[];

function workKeys(request: CacheRequest, mark: Marker): Keys {
  const { work, evaluateDeep, evaluateText } = request;
  const cwd: Keys = work.cwd === undefined ? [] : [['cwd', mark.text(evaluateText(work.cwd))]];
  if (work.kind === 'run') {
    const shell = work.shell ?? (process.platform === 'win32' ? 'cmd' : 'sh');
    return [
      ['script', mark.text(work.script)],
      ['shell', mark.text(shell)],
      ...cwd,
      ...valueKeys(request, work, mark),
    ];
  }
  const values = evaluateDeep(work.with ?? {});
  return [
    ['module', mark.text(evaluateText(work.path))],
    ...cwd,
    ...(isJsonObject(values) ? jsonKeys('with ', values, mark) : [['with', mark.json(values)] as const]),
    ['node', process.versions.node],
  ];
}

/** The values that a script reads where `${{ }}` stands in it, under the words that other reasons use. */
function valueKeys({ evaluate }: CacheRequest, work: RunWork, mark: Marker): Keys {
  return bindScript(work.script, work.shell).variables.map(({ expression }) => {
    const source = expression.trim();
    const [, input] = /^inputs\.([\w-]+)$/.exec(source) ?? [];
    return [input === undefined ? source : `input ${input}`, mark.json(evaluate(expression))];
  });
}

function variableKeys({ env, inherited, cache }: CacheRequest, mark: Marker): Keys {
  const counted = new Map<string, string>();
  for (const name of cache.env) {
    const value = inherited[name];
    if (value !== undefined) counted.set(name, value);
  }
  for (const [name, value] of Object.entries(env)) counted.set(name, value);
  return [...counted].map(([name, value]) => [`env ${name}`, mark.text(value)]);
}

function needKeys({ needs }: CacheRequest, mark: Marker): Keys {
  return Object.entries(needs).flatMap(([id, { state, outputs }]): Keys => {
    const prefix = `tasks.${id}.outputs`;
    const isMany = Object.keys(outputs).length > MOST_OUTPUTS;
    return [
      [`tasks.${id}.state`, state],
      ...(isMany ? [[prefix, mark.json(outputs)] as const] : jsonKeys(`${prefix}.`, outputs, mark)),
    ];
  });
}

function jsonKeys(prefix: string, values: JsonObject, mark: Marker): Keys {
  return Object.entries(values).map(([name, value]) => [`${prefix}${mark.name(name)}`, mark.json(value)]);
}

/** A text that is kept as it is: it can't hold a secret. Throws `SecretError`. */
function open({ evaluateText, secrets }: CacheRequest, text: string): string {
  const value = evaluateText(text);
  if (hasExpression(text) && holdsSecret(value, secrets)) throw new SecretError(text);
  return value;
}

/** Thrown where the name of a file would tell a secret. */
class SecretError extends Error {
  override readonly name = 'SecretError';
  constructor(text: string) {
    super(`${text} holds a secret: the names of files that a cache knows can't.`);
  }
}
