import { joined, standingFor, UNKNOWN, type Written } from '../written.ts';
import type { Command, CompoundCommand, Pipeline, Redirect, SimpleCommand } from './command.ts';
import { echoed, formatted } from './echo.ts';
import { isHarmless, READERS, SILENT } from './harmless.ts';
import { OUTPUT_FILE } from './reader.ts';

/** What came of a script, as far as it can be told without running it. */
export interface Evaluated {
  /** What it appends to the outputs file, in the order of the script. */
  readonly written: Written;
  /** What it gives commands that write there, and that aren't known any further. */
  readonly suspects: readonly Written[];
  /** The commands of the author's that it starts. */
  readonly programs: readonly SimpleCommand[];
  /** Nothing in it touches the outputs file in a way that isn't understood. */
  readonly isClear: boolean;
}

/** Where a command's standard output goes. */
type Sink = 'outputs' | 'elsewhere';

interface Evaluation {
  readonly written: Written[];
  readonly suspects: Written[];
  readonly programs: SimpleCommand[];
  readonly functions: ReadonlySet<string>;
  /** Whether `echo` reads `\n` by itself, as that of `dash` does. */
  readonly escapes: boolean;
  isClear: boolean;
}

export function evaluate(pipelines: readonly Pipeline[], escapes: boolean): Evaluated {
  const functions = new Set(functionNames(pipelines));
  const evaluation: Evaluation = {
    written: [],
    suspects: [],
    programs: [],
    functions,
    escapes,
    isClear: true,
  };
  for (const pipeline of pipelines) runPipeline(evaluation, pipeline, 'elsewhere');
  const { written, suspects, programs, isClear } = evaluation;
  return { written: joined(written), suspects, programs, isClear };
}

function* functionNames(pipelines: readonly Pipeline[]): Iterable<string> {
  for (const command of pipelines.flat()) {
    if (command.type !== 'compound') continue;
    if (command.functionName !== undefined) yield command.functionName;
    yield* functionNames(command.pipelines);
  }
}

function runPipeline(evaluation: Evaluation, pipeline: Pipeline, sink: Sink): void {
  const sinks: Sink[] = [];
  let next = sink;
  for (const command of pipeline.toReversed()) {
    const own = ownSink(evaluation, command) ?? next;
    sinks.unshift(own);
    next = passesOn(command, own);
  }
  pipeline.forEach((command, i) => {
    const own = sinks[i] ?? 'elsewhere';
    if (command.type === 'simple') runSimple(evaluation, command, own, i === 0);
    else runCompound(evaluation, command, own);
  });
}

/** Where its redirections lead. */
function ownSink(evaluation: Evaluation, { redirects }: Command): Sink | undefined {
  let found: Sink | undefined;
  for (const { operator, descriptor, target } of redirects) {
    const isOutputs = target.text === OUTPUT_FILE;
    const isStdout = operator.startsWith('>') && ['', '1', '&'].includes(descriptor);
    if (isStdout) found = isOutputs && operator !== '>&' ? 'outputs' : 'elsewhere';
    if (target.text.includes(OUTPUT_FILE) && !(isOutputs && (isStdout || operator === '<')))
      evaluation.isClear = false;
  }
  return found;
}

/** Where that goes which a command reads and hands on as it is. */
function passesOn(command: Command, sink: Sink): Sink {
  if (command.type !== 'simple') return 'elsewhere';
  const [name, ...args] = command.words.map(({ written }) => written.text);
  if (name === 'tee') return args.includes(OUTPUT_FILE) ? 'outputs' : sink;
  return name === 'cat' && args.length === 0 && inputOf(command.redirects) === undefined ? sink : 'elsewhere';
}

function runCompound(evaluation: Evaluation, command: CompoundCommand, sink: Sink): void {
  // The body of a function stands for itself: what it prints goes where its call says.
  const inner = command.functionName === undefined ? sink : (ownSink(evaluation, command) ?? 'elsewhere');
  for (const pipeline of command.pipelines) runPipeline(evaluation, pipeline, inner);
}

/** `isFirst`: nothing is piped into it. */
function runSimple(evaluation: Evaluation, command: SimpleCommand, sink: Sink, isFirst: boolean): void {
  const [name = '', ...args] = command.words.map(({ written }) => written.text);
  const [, ...words] = command.words.map(({ written }) => written);
  const takesPath = name === 'tee' || READERS.has(name);
  if (!takesPath && args.some((arg) => arg.includes(OUTPUT_FILE))) evaluation.isClear = false;
  const isPath = ({ written: { text } }: SimpleCommand['assignments'][number]): boolean =>
    /^\w+=\uFDD2$/.test(text);
  if (command.assignments.some((word) => word.written.text.includes(OUTPUT_FILE) && !isPath(word))) {
    evaluation.isClear = false;
  }
  if (name === 'exec' && args.length === 0) {
    if (sink === 'outputs') evaluation.isClear = false;
    return;
  }
  const isFunction = evaluation.functions.has(name);
  if (name !== '' && !isFunction && !isHarmless(name)) evaluation.programs.push(command);
  const input = inputOf(command.redirects);
  const isHandedOn =
    passesOn(command, sink) === 'outputs' || (name === 'cat' && sink === 'outputs' && args.length === 0);
  if (isHandedOn && input !== undefined) evaluation.written.push(input);
  else if (isHandedOn && !isFirst) return;
  else if (sink === 'elsewhere' && !isHandedOn) return;
  else if (name === 'echo') evaluation.written.push(echoed(words, evaluation.escapes));
  else if (name === 'printf') evaluation.written.push(formatted(words));
  else if (name !== '' && !SILENT.has(name)) {
    evaluation.written.push(standingFor(`${UNKNOWN}\n`, command.words[0]?.start ?? 0));
    evaluation.suspects.push(...words);
  }
}

/** What a here-document or a here-string gives a command to read. */
function inputOf(redirects: readonly Redirect[]): Written | undefined {
  for (const { operator, target, document } of redirects) {
    if (document !== undefined) return document.body;
    if (operator === '<<<') return joined([target, standingFor('\n', target.at[0] ?? 0)]);
  }
  return undefined;
}
