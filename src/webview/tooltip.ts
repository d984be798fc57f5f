import { KIND_WORDS } from '../drawing/icons.ts';
import { cachedText, reusedText } from '../drawing/nodeWords.ts';
import type { SceneTask } from '../drawing/scene.ts';

/** What a node has no room for. */
export function tooltip({ id, description, kind, missing, status }: SceneTask): string {
  const lines = [
    kind === undefined ? id : `${id} ${KIND_WORDS[kind]}`,
    description,
    missing.length > 0 ? `Unknown: ${missing.join(', ')}` : undefined,
    status?.question?.message,
    status?.question?.deadline === undefined ? undefined : `Not answered, it ${status.question.deadline}.`,
    status?.answer,
    status?.progress?.text,
    status?.failure,
    status?.skipped === undefined ? undefined : `Skipped: ${status.skipped}`,
    status?.reusedFrom === undefined ? undefined : `Result ${reusedText(status.reusedFrom)}`,
    status?.cached === undefined ? undefined : `Result ${cachedText(status.cached.saved)}`,
    status?.again === undefined ? undefined : `Ran again: ${status.again}`,
  ];
  return lines.filter((line) => line !== undefined).join('\n');
}
