/** The language as data: validation, completion and hover read it alike. The maps themselves are in schema/. */
export interface MapSchema {
  /** What the map is, in a sentence: "a task", "an input". */
  readonly name: string;
  readonly keys: readonly KeySchema[];
}

export interface KeySchema {
  readonly name: string;
  readonly type: ValueType;
  /** Its map means nothing without it. */
  readonly isRequired?: boolean;
  /** Markdown, one or two sentences. */
  readonly documentation: string;
  /** The default in words or as it would be written; absent where there is none. */
  readonly default?: string;
  /** YAML as an author would write it, the key included. */
  readonly examples: readonly string[];
}

export type ValueType =
  /** A text; numbers and the like are taken as they are written. `expressions`: may hold `${{ }}`. */
  | { readonly type: 'text'; readonly expressions: boolean; readonly values?: readonly ValueSchema[] }
  /** One expression, in `${{ }}` or bare. */
  | { readonly type: 'condition' }
  | { readonly type: 'choice'; readonly values: readonly ValueSchema[] }
  | { readonly type: 'boolean' }
  | {
      readonly type: 'number';
      readonly integer: boolean;
      readonly minimum?: number;
      readonly maximum?: number;
    }
  /** `minimum` in ms. */
  | { readonly type: 'duration'; readonly minimum: number; readonly values: readonly string[] }
  | { readonly type: 'map'; readonly schema: MapSchema }
  /** Names of the author's choice, each with such a map; `short`: or with what stands for one. */
  | {
      readonly type: 'named-maps';
      readonly of: NameKind;
      readonly schema: MapSchema;
      readonly short?: Extract<ValueType, { readonly type: 'number' }>;
    }
  /** Names of the author's choice, each with a text that may hold `${{ }}`. */
  | { readonly type: 'texts-by-name' }
  /** A list of texts; `alone`: or one text. */
  | { readonly type: 'texts'; readonly expressions: boolean; readonly alone: boolean }
  /** How often in a time: `10/s`. */
  | { readonly type: 'rate'; readonly values: readonly string[] }
  /** The name of one of the workflow's pools. */
  | { readonly type: 'pool' }
  /** Lists by name, or expressions that give some; `include` and `exclude` beside them. */
  | { readonly type: 'matrix'; readonly values: readonly ValueSchema[] }
  /** One task, or a list of tasks. */
  | { readonly type: 'tasks' }
  /** Failure reasons: one, a list, or `exit_code: [codes]`. */
  | { readonly type: 'reasons'; readonly values: readonly ValueSchema[] }
  /** A text, a number or a boolean, as the input's `type` says. */
  | { readonly type: 'input-value' }
  /** Whatever JSON can say; its texts may hold `${{ }}`. */
  | { readonly type: 'json' };

/** What a name of the author's choice is given to. */
export type NameKind = 'task' | 'input' | 'pool';

export interface ValueSchema {
  readonly name: string;
  readonly documentation: string;
}

/** The longest time that a timer can take, in ms: 24.8 days. */
export const LONGEST_DURATION = 2_147_483_647;

export function keyOf(schema: MapSchema, name: string): KeySchema | undefined {
  return schema.keys.find((key) => key.name === name);
}

/** A type in words for people. */
export function typeWords(type: ValueType): string {
  switch (type.type) {
    case 'text':
      return type.expressions ? 'text, may hold `${{ }}`' : 'text';
    case 'condition':
      return 'expression';
    case 'choice':
      return type.values.map((value) => `\`${value.name}\``).join(' | ');
    case 'boolean':
      return '`true` | `false`';
    case 'number':
      return numberWords(type);
    case 'duration':
      return 'duration: `500ms`, `30s`, `5m`, `2h`, `1m30s`, or a number of seconds';
    case 'map':
      return 'map';
    case 'named-maps':
      return `map of ${type.of}s by name${type.short === undefined ? '' : `, each a map or a ${numberWords(type.short)}`}`;
    case 'texts-by-name':
      return 'map of texts by name, which may hold `${{ }}`';
    case 'texts':
      return `${type.alone ? 'a text, or a list of texts' : 'list of texts'}${type.expressions ? ', which may hold `${{ }}`' : ''}`;
    case 'rate':
      return 'rate: `10/s`, `30/m`, `100/h`';
    case 'pool':
      return 'one of the workflow’s `pools`';
    case 'matrix':
      return 'map of lists by name, each a list or an expression that gives one';
    case 'tasks':
      return 'a task, or a list of tasks';
    case 'reasons':
      return `list of ${type.values.map((value) => `\`${value.name}\``).join(', ')}`;
    case 'input-value':
      return 'text, number or boolean, as `type` says';
    case 'json':
      return 'anything; its texts may hold `${{ }}`';
  }
}

function numberWords(type: Extract<ValueType, { readonly type: 'number' }>): string {
  const words = type.integer ? 'whole number' : 'number';
  return type.minimum === undefined ? words : `${words}, ${type.minimum} or more`;
}
