/** A run's state is written where events are folded, and nowhere else. */
export type Writable<T> = { -readonly [K in keyof T]: T[K] };
