import type { Input } from '../model/workflow.ts';
import { code, escaped } from './markdown.ts';

/** An input in a few lines: its type, its default, its bounds. */
export function inputMarkdown({ name, definition }: Input): string {
  const { type, description, options, minimum, maximum } = definition;
  const facts = [`_Type:_ ${type}`];
  facts.push(
    definition.default === undefined
      ? '_Default:_ none, it must be given'
      : `_Default:_ ${code(String(definition.default))}`,
  );
  if (options !== undefined) facts.push(`_Options:_ ${options.slice(0, 20).map(code).join(', ')}`);
  if (minimum !== undefined) facts.push(`_Minimum:_ ${minimum}`);
  if (maximum !== undefined) facts.push(`_Maximum:_ ${maximum}`);
  const words = escaped(description?.trim() ?? '');
  return `**${escaped(name.value)}**${words === '' ? '' : `: ${words}`}\n\n${facts.join('  \n')}`;
}
