import { code, escaped } from './markdown.ts';
import { fileName } from './nested/fileCycle.ts';
import type { NestedFile } from './nested/nestedFiles.ts';

/** Another workflow in a few lines: what it does, what it asks for, what it leaves. */
export function workflowMarkdown(file: NestedFile): string {
  const { name, description, inputs, outputs, tasks } = file.analysis.workflow;
  const words = escaped(description?.value.trim() ?? '');
  const title = escaped(name?.value.trim() || fileName(file));
  const asked = inputs.map((input) => {
    const isRequired = input.definition.default === undefined;
    return `${code(input.name.value)} (${input.definition.type}${isRequired ? ', required' : ''})`;
  });
  const facts = [
    `_Tasks:_ ${tasks.length}`,
    asked.length === 0 ? '_Inputs:_ none' : `_Inputs:_ ${asked.join(', ')}`,
    outputs.length === 0
      ? '_Outputs:_ none'
      : `_Outputs:_ ${outputs.map((entry) => code(entry.name.value)).join(', ')}`,
  ];
  return `**${title}**${words === '' ? '' : `: ${words}`}\n\n${facts.join('  \n')}`;
}
