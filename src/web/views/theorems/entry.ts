/** A theorem in the list. Plain data. */
export interface TheoremEntry {
  readonly id: string;
  readonly area: string;
  /** In words. */
  readonly areaTitle: string;
  readonly kind: string;
  readonly title: string;
  /** "Theorem 8; eq. (25)". */
  readonly at: string;
  /** The papers, for the search. */
  readonly works: string;
  /** "steps", "cited", "open". */
  readonly proof: string;
  /** The paper prints another claim. */
  readonly misprinted: boolean;
}
