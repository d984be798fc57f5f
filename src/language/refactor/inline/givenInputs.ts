import { parseTemplate } from '../../../expression/template.ts';
import type { InputDefinition } from '../../../model/workflow.ts';
import type { Analysis } from '../../analyze.ts';
import { quoted } from '../../blame.ts';
import { isNothing, type MapValue, type Value } from '../../source/value.ts';

/** For each input of a workflow, the expression that says the same where the workflow is run. A text tells why not. */
export function givenInputs(
  outer: Analysis,
  inner: Analysis,
  given: MapValue | undefined,
): ReadonlyMap<string, string> | string {
  const found = new Map<string, string>();
  for (const { name, definition } of inner.workflow.inputs) {
    const written = given?.pairs.find(({ key }) => key.value === name.value)?.value;
    const source = isMissing(written)
      ? literal(definition.default ?? '')
      : sourceOf(outer, written, definition);
    if (definition.type === 'file')
      return `The input ${quoted(name.value)} is a file, which is checked as it is given.`;
    if (source === undefined)
      return `What "with" gives ${quoted(name.value)} is no single expression and no plain value.`;
    found.set(name.value.toLowerCase(), source);
  }
  return found;
}

function isMissing(value: Value | undefined): value is undefined {
  return value === undefined || isNothing(value);
}

function sourceOf(outer: Analysis, value: Value, { type }: InputDefinition): string | undefined {
  if (value.type !== 'scalar') return undefined;
  const parts = parseTemplate(value.text.value);
  const [only] = parts;
  if (!parts.some((part) => part.type !== 'literal')) return literalOf(value.text.value, value.data, type);
  if (parts.length !== 1 || only?.type !== 'expression') return undefined;
  const source = only.source.trim();
  if (isOfType(outer, source, type)) return isSimple(source) ? source : `(${source})`;
  return type === 'number' || type === 'boolean' ? `fromJSON(${source})` : `format('{0}', ${source})`;
}

function literalOf(text: string, data: unknown, type: InputDefinition['type']): string {
  if (type === 'number' || type === 'boolean') return String(data);
  return literal(text);
}

/** What an expression reads as that value. */
function literal(value: string | number | boolean): string {
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
}

/** Whether what is read is of a type for certain: another input, or for a text what a script left. */
function isOfType({ workflow, tasksById }: Analysis, source: string, type: InputDefinition['type']): boolean {
  const [, input] = /^inputs\.([\w-]+)$/.exec(source) ?? [];
  const definition = workflow.inputs.find(({ name }) => name.value === input)?.definition;
  const isText = type !== 'number' && type !== 'boolean';
  if (definition !== undefined) {
    return isText ? definition.type !== 'number' && definition.type !== 'boolean' : definition.type === type;
  }
  const [, task = ''] = /^tasks\.([\w-]+)\.outputs\.[\w-]+$/.exec(source) ?? [];
  const of = tasksById.get(task);
  return isText && (/^toJSON\(.*\)$/.test(source) || (of?.work?.kind === 'run' && of.matrix === undefined));
}

function isSimple(source: string): boolean {
  return /^[\w.[\]'-]+$|^\w+\([^()]*\)$/.test(source);
}
