import type { Derivation } from "../src/symbolic/derivation/derivation.js";
import type { Proposition } from "../src/symbolic/proposition.js";
import type { Rational } from "../src/symbolic/rational.js";

/** A theorem with its derivation. */
export interface Proof {
  /** Permanent: area/slug. */
  readonly id: string;
  readonly title: string;
  /** Where the paper states it. */
  readonly source: string;
  /** The last step's claim. */
  readonly claim: Proposition;
  /** Runs every step's check; throws where one fails. */
  prove(): Derivation;
}

/** What the paper prints wrongly, with numbers that show it and the statement that is right. */
export interface Erratum {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  /** As printed: false at `counterexample`. */
  readonly printed: Proposition;
  readonly counterexample: Readonly<Record<string, Rational>>;
  /** What holds instead, and how it is known. */
  readonly corrected: Proposition;
  /** Runs every step's check; the last step is `corrected`. */
  prove(): Derivation;
}
