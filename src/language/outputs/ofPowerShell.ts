import { keysIn } from './keysIn.ts';
import { type FoundOutput, type FoundOutputs, NOTHING_KNOWN } from './knownOutput.ts';
import { joined, standingFor, UNKNOWN, verbatim, type Written } from './written.ts';

const LITERAL =
  /@"\r?\n([\s\S]*?)\r?\n"@|@'\r?\n([\s\S]*?)\r?\n'@|"((?:[^"`]|`[\s\S]|"")*)"|'((?:[^']|'')*)'/dg;

/** What a PowerShell script writes to its outputs file, in the statements that name it. Never complete: it may call anything. */
export function ofPowerShell(text: string): FoundOutputs {
  const outputs = statementsIn(text).flatMap(([start, end]) => {
    const statement = text.slice(start, end);
    if (!/\$env:FLOW_OUTPUT/i.test(statement)) return [];
    if (/ConvertTo-Json/i.test(statement)) return hashKeys(text, start, end);
    return literalsIn(text, start, end).flatMap((written) => keysIn(written).outputs);
  });
  return { ...NOTHING_KNOWN, outputs };
}

/** Where statements begin and end: at line breaks and semicolons outside of brackets and texts. */
function statementsIn(text: string): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  let start = 0;
  let open = 0;
  for (const { 0: word, index } of text.matchAll(
    /@"\r?\n[\s\S]*?\r?\n"@|@'\r?\n[\s\S]*?\r?\n'@|"(?:[^"`]|`[\s\S])*"|'[^']*'|#[^\n]*|\|\s*\n|`\r?\n|[([{]|[)\]}]|[;\n]/g,
  )) {
    if (/^[([{]$/.test(word)) open++;
    else if (/^[)\]}]$/.test(word)) open = Math.max(0, open - 1);
    else if (/^[;\n]$/.test(word) && open === 0) {
      found.push([start, index]);
      start = index + 1;
    }
  }
  return [...found, [start, text.length]];
}

/** Its texts, each a line or several, but for the path itself. */
function literalsIn(text: string, start: number, end: number): readonly Written[] {
  return [...text.slice(start, end).matchAll(LITERAL)].flatMap(({ indices }) => {
    const group = [1, 2, 3, 4].find((each) => indices?.[each] !== undefined) ?? 1;
    const [from = 0, to = 0] = indices?.[group] ?? [];
    if (/FLOW_OUTPUT/i.test(text.slice(start + from, start + to))) return [];
    return [
      group % 2 === 1
        ? expanded(text, start + from, start + to)
        : verbatim(text, { start: start + from, end: start + to }),
    ];
  });
}

function expanded(text: string, start: number, end: number): Written {
  const parts: Written[] = [];
  let from = start;
  for (const { 0: found, index } of text
    .slice(start, end)
    .matchAll(/`[\s\S]|""|\$\{\{[\s\S]*?\}\}|\$\((?:[^()]|\([^()]*\))*\)|\$\{[^}]*\}|\$[\w:]+/g)) {
    const at = start + index;
    parts.push(verbatim(text, { start: from, end: at }));
    const stands = found === '`n' ? '\n' : found === '`r' ? '' : found === '""' ? '"' : UNKNOWN;
    parts.push(standingFor(stands, at));
    from = at + found.length;
  }
  return joined([...parts, verbatim(text, { start: from, end })]);
}

/** `@{ a = 1; b = 2 } | ConvertTo-Json` */
function hashKeys(text: string, start: number, end: number): readonly FoundOutput[] {
  const literal = /@\{([^{}]*)\}/.exec(text.slice(start, end));
  if (literal === null) return [];
  const from = start + literal.index + 2;
  return [...(literal[1] ?? '').matchAll(/(?:^|[;\n])\s*["']?([\w-]+)["']?\s*=/dg)].flatMap(
    ({ 1: name = '', indices }) => {
      const [at = 0, to = 0] = indices?.[1] ?? [];
      return [{ name, range: { start: from + at, end: from + to } }];
    },
  );
}
