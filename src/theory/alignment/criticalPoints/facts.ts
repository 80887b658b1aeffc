import type { Polytope } from "../regions/polytope.js";
import type { AlignmentCoefficients, BiasedTwoLayer } from "./alignmentCoefficients.js";
import type { Vanishing } from "./criticality.js";
import type { Observation } from "./observers.js";

/** What is computed once about a teacher, a student and a region, for the conclusions to draw from. */
export interface Facts {
  readonly teacher: BiasedTwoLayer;
  readonly student: BiasedTwoLayer;
  readonly region: Polytope;
  readonly coefficients: AlignmentCoefficients;
  readonly groups: readonly {
    readonly teachers: readonly { readonly node: number; readonly sign: -1 | 1 }[];
    readonly students: readonly { readonly node: number; readonly sign: -1 | 1 }[];
  }[];
  /** [k][j]: how student k sees teacher j. */
  readonly observations: readonly (readonly Observation[])[];
  readonly interpolation: Vanishing;
  readonly criticality: readonly Vanishing[];
  /** How one student sees the boundary of another. */
  readonly observe: (observed: number, observer: number) => Observation;
  /** |w_k|, bias included. */
  readonly lengths: readonly number[];
}
