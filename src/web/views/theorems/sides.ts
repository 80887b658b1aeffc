/** Both ways of a theorem's checks at the reader's point. Plain data. */
import type { TwoSides } from "../../../verification/twoSides.js";

export interface PointQuestion {
  readonly id: string;
  /** 0: the usual point; from 1 up: that random admissible one. */
  readonly number: number;
  /** Texts of parameters that the reader has set. */
  readonly typed: readonly (readonly [name: string, text: string])[];
}

/** A parameter at the point. */
export interface PointValue {
  readonly name: string;
  /** As the command line reads it; what was typed, where it has a problem. */
  readonly text: string;
  /** In the engine's words; "" where all is well. */
  readonly problem: string;
}

export interface PointSides extends TwoSides {
  /** Which of the theorem's checks, from 0. */
  readonly check: number;
  readonly left: { readonly name: string };
  readonly right: { readonly name: string };
  /** "=", "<=", "<". */
  readonly sign: string;
  readonly tolerance: { readonly unit: string; readonly limit: number; readonly why: string };
  /** Entries in all, where `values` are the first of them. */
  readonly count: number;
}

export type PointPiece =
  | { readonly kind: "point"; readonly values: readonly PointValue[]; readonly unmet: readonly string[] }
  | { readonly kind: "sides"; readonly sides: PointSides };
