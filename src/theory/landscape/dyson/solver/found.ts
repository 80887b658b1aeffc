import type { ComplexArray } from "../../../../numeric/linearAlgebra/complexMatrices.js";
import type { Certificate } from "./certificate.js";

/** What a search for the solution at one energy has found. */
export interface Found {
  readonly G: ComplexArray;
  /** Where G solves the equation: above the target where it could not be continued to it. */
  readonly eta: number;
  readonly residual: number;
  readonly iterations: number;
  /** It is the solution that is asked for. */
  readonly certified: boolean;
  /** eta Im <G> as eta falls to 0, where the energy is an atom; else 0. */
  readonly atom: number;
  /** Of the density, where G was found in a way that has one of its own; else null. */
  readonly densityError: number | null;
  /** Of G at its eta, where it has been made. */
  readonly certificate?: Certificate;
}
