import { keysIn } from './keysIn.ts';
import { type FoundOutputs, NOTHING_KNOWN } from './knownOutput.ts';
import { joined, standingFor, verbatim } from './written.ts';

const TO_OUTPUTS = />>?\s*"?[%!]FLOW_OUTPUT[%!]"?/i;

/** What a batch file writes to its outputs file, by `echo`, alone or in brackets. Never complete: it may call anything. */
export function ofCmd(text: string): FoundOutputs {
  const groups = [...text.matchAll(/\(([^()]*)\)\s*>>?\s*"?[%!]FLOW_OUTPUT[%!]"?/gi)].map(
    ({ 1: inside = '', index }) => ({
      start: index + 1,
      text: inside,
    }),
  );
  const isGrouped = (line: string, at: number): boolean =>
    groups.some(({ start, text: inside }) => at <= start + inside.length && start <= at + line.length);
  const lines = [...text.matchAll(/[^\n]+/g)]
    .filter(({ 0: line, index }) => TO_OUTPUTS.test(line) && !isGrouped(line, index))
    .map(({ 0: line, index }) => ({ start: index, text: line }));
  const outputs = [...groups, ...lines].flatMap(({ start, text: piece }) => {
    const echoes = [...piece.matchAll(/\becho[.\s(:]([^\n&|>]*)/gi)].map(
      ({ 0: found, 1: said = '', index }) => {
        const from = start + index + found.length - said.length;
        return joined([verbatim(text, { start: from, end: from + said.length }), standingFor('\n', from)]);
      },
    );
    return keysIn(joined(echoes)).outputs;
  });
  return { ...NOTHING_KNOWN, outputs };
}
