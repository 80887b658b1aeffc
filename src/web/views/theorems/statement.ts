/** A theorem as its page shows it: TeX, words and controls. Plain data. */
import type { Control } from "../../../verification/domains/control.js";

export interface Reference {
  readonly id: string;
  readonly title: string;
}

export interface ShownParameter {
  readonly name: string;
  readonly tex: string;
  readonly control: Control;
}

export interface ShownErratum {
  readonly tex: string;
  readonly says: string;
  /** That the paper prints it so is not certain: its text has lost glyphs here. */
  readonly damaged: boolean;
}

export interface ShownDerivation {
  readonly id: string;
  readonly title: string;
}

export interface Statement {
  readonly id: string;
  readonly areaTitle: string;
  readonly kind: string;
  readonly title: string;
  readonly claim: { readonly tex: string; readonly text: string };
  readonly assumptions: readonly string[];
  /** TeX of a symbol, and what it means. */
  readonly notation: readonly (readonly [tex: string, meaning: string])[];
  readonly parameters: readonly ShownParameter[];
  /** "Theorem 8 (Yang, ...)". */
  readonly source: string;
  readonly uses: readonly Reference[];
  readonly usedBy: readonly Reference[];
  /** What each check does, in sentences. */
  readonly checks: readonly string[];
  /** How it is proved, in a sentence. */
  readonly proof: string;
  readonly derivations: readonly ShownDerivation[];
  readonly erratum: ShownErratum | null;
}
