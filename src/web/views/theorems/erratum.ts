/** What is printed wrongly, tried again. Plain data. */
export interface TriedErratum {
  readonly id: string;
  readonly title: string;
  /** The paper. */
  readonly work: string;
  /** "Theorem 8; eq. (25)". */
  readonly at: string;
  readonly printed: string;
  readonly says: string;
  readonly damaged: boolean;
  /** TeX of what holds, and for what. */
  readonly holds: string;
  readonly assumptions: readonly string[];
  /** Where the printed claim is false, with both of its sides; null where that was not confirmed. */
  readonly refutation: { readonly at: string; readonly left: string; readonly right: string } | null;
  /** Why it was not confirmed. */
  readonly problem: string;
}
