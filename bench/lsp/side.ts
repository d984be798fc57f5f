/** One of the two ways by which an editor can have the language. */
export interface Side {
  /** Resolves with how many diagnostics there are, when the editor knows them. */
  open(text: string): Promise<number>;
  type(offset: number, letter: string): Promise<number>;
  /** Resolves with how many completions there are. */
  complete(offset: number): Promise<number>;
  close(): Promise<void>;
}
