import { KIND_ICONS } from '../drawing/icons.ts';
import type { Scene, SceneTask } from '../drawing/scene.ts';
import type { SceneStatus } from '../drawing/status.ts';
import { TASK_STATES } from '../model/taskState.ts';
import { isRecord } from './isRecord.ts';
import type { HostMessage, RunSummary } from './protocol.ts';
import { RUN_STATE_WORDS } from './runWords.ts';

/** A message from the editor, or `undefined` where it is none: other extensions' scripts may post to a window too. */
export function readHostMessage(value: unknown): HostMessage | undefined {
  return isSnapshot(value) || isSelect(value) ? value : undefined;
}

function isSelect(value: unknown): value is Extract<HostMessage, { type: 'select' }> {
  return isRecord(value) && value['type'] === 'select' && optional(value['task'], isString);
}

function isSnapshot(value: unknown): value is Extract<HostMessage, { type: 'snapshot' }> {
  return (
    isRecord(value) &&
    value['type'] === 'snapshot' &&
    isString(value['title']) &&
    isNumber(value['now']) &&
    optional(value['selected'], isString) &&
    optional(value['cannotRun'], isString) &&
    optional(value['run'], isRun) &&
    isScene(value['scene'])
  );
}

function isScene(value: unknown): value is Scene {
  return (
    isRecord(value) &&
    optional(value['name'], isString) &&
    isArrayOf(value['tasks'], isTask) &&
    isArrayOf(value['cycles'], isStrings)
  );
}

function isTask(value: unknown): value is SceneTask {
  return (
    isRecord(value) &&
    isString(value['id']) &&
    isNumber(value['stage']) &&
    isStrings(value['needs']) &&
    isStrings(value['missing']) &&
    optional(value['name'], isString) &&
    optional(value['description'], isString) &&
    optional(value['kind'], isKeyOf(KIND_ICONS)) &&
    optional(value['finally'], (is) => is === true) &&
    optional(value['times'], (times) => times === 'n' || isNumber(times)) &&
    optional(value['inside'], isInside) &&
    optional(value['status'], isStatus)
  );
}

function isInside(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { of, tasks } = value;
  return (of === 'matrix' || of === 'workflow') && isArrayOf(tasks, isTask);
}

function isStatus(value: unknown): value is SceneStatus {
  if (!isRecord(value)) return false;
  const { state, attempt, maxAttempts, startedAt, endedAt, retryAt } = value;
  return (
    TASK_STATES.some((known) => known === state) &&
    [attempt, maxAttempts].every(isNumber) &&
    [startedAt, endedAt, retryAt].every((time) => optional(time, isNumber)) &&
    STATUS_WORDS.every((name) => optional(value[name], isString)) &&
    optional(value['progress'], (it) => isRecord(it) && isNumber(it['fraction']) && isString(it['text'])) &&
    optional(value['cached'], (it) => isRecord(it) && isNumber(it['saved'])) &&
    optional(value['question'], isQuestion)
  );
}

const STATUS_WORDS = ['failure', 'skipped', 'reusedFrom', 'answer', 'again'] as const;

function isQuestion(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { message, askedAt, deadline } = value;
  return isString(message) && isNumber(askedAt) && optional(deadline, isString);
}

function isRun(value: unknown): value is RunSummary {
  if (!isRecord(value)) return false;
  const { id, state, startedAt, endedAt, counts } = value;
  return (
    isString(id) &&
    isKeyOf(RUN_STATE_WORDS)(state) &&
    isNumber(startedAt) &&
    optional(endedAt, isNumber) &&
    isRecord(counts) &&
    TASK_STATES.every((known) => isNumber(counts[known]))
  );
}

function isStrings(value: unknown): value is readonly string[] {
  return isArrayOf(value, isString);
}

function isArrayOf<T>(value: unknown, is: (member: unknown) => member is T): value is readonly T[] {
  return Array.isArray(value) && value.every(is);
}

function optional(value: unknown, is: (value: unknown) => boolean): boolean {
  return value === undefined || is(value);
}

function isKeyOf(table: object): (value: unknown) => boolean {
  return (value) => isString(value) && Object.hasOwn(table, value);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isNumber(value: unknown): value is number {
  return Number.isFinite(value);
}
