/** A word that may stand at the cursor, and what it means. */
export interface Candidate {
  readonly word: string;
  readonly said: string;
}

/** What may stand at the cursor: words, or names that the shell looks up. */
export type Candidates = readonly Candidate[] | "files" | "folders";

export const plainWords = (words: readonly string[]): Candidate[] => words.map((word) => ({ word, said: "" }));
