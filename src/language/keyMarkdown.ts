import { type KeySchema, typeWords } from './schema.ts';

/** What a key means, as hover and completion show it. */
export function keyMarkdown(key: KeySchema): string {
  const facts = [`_Type:_ ${typeWords(key.type)}`];
  if (key.default !== undefined) facts.push(`_Default:_ ${key.default}`);
  const examples = key.examples.map((example) => `\`\`\`yaml\n${example}\n\`\`\``);
  return [key.documentation, facts.join('  \n'), ...examples].join('\n\n');
}
