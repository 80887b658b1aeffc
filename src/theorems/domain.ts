/** What a theorem's parameters range over. A domain validates, samples, parses a flag and makes a slider. */
import type { Activation } from "../symbolic/activation/activation.js";

/** Classes of activations that theorems quantify over; each contains kinked or edge cases of its own. */
export type ActivationClass =
  | "any" // finite E phi'^2 under the fixed point's law, not constant
  | "smooth" // analytic on the line
  | "polynomial"
  | "homogeneous" // p x_+^alpha - m x_-^alpha, alpha > 1/2
  | "kinked"; // piecewise analytic with kinks, no jumps

export type Domain =
  | {
      readonly set: "integer";
      readonly min: number;
      readonly max: number;
      readonly doc: string;
    }
  | {
      readonly set: "real";
      readonly min: number;
      readonly max: number;
      /** Ends that do not belong to the domain. */
      readonly open?: "min" | "max" | "both";
      readonly doc: string;
    }
  | { readonly set: "choice"; readonly of: readonly string[]; readonly doc: string }
  | { readonly set: "activation"; readonly class: ActivationClass; readonly doc: string }
  /** So many reals: a number, or the name of an integer parameter. */
  | {
      readonly set: "vector";
      readonly length: number | string;
      readonly min: number;
      readonly max: number;
      readonly doc: string;
    }
  /** rows x columns matrices; the sizes are numbers or names of integer parameters. */
  | {
      readonly set: "matrix";
      readonly rows: number | string;
      readonly columns: number | string;
      readonly min: number;
      readonly max: number;
      readonly doc: string;
    }
  /** rows x columns matrices of conditional probabilities: no entry is negative, each row sums to 1. Zeros, ones and equal rows are among them. */
  | {
      readonly set: "stochastic";
      readonly rows: number | string;
      readonly columns: number | string;
      readonly doc: string;
    }
  /** Symmetric size x size matrices with entries of order 1; `size` names an integer parameter, or is a number. */
  | { readonly set: "symmetric"; readonly size: number | string; readonly doc: string }
  /**
   * Covariances: "psd" any rank from 2 up and condition numbers up to 1e6, "definite" invertible with condition up to 1e4,
   * "bsb1" q on the diagonal, q c off it with -1/(B-1) < c < 1.
   */
  | {
      readonly set: "covariance";
      readonly size: number | string;
      readonly class: "psd" | "definite" | "bsb1";
      readonly doc: string;
    };

export type Parameters = Readonly<Record<string, Domain>>;

type ValueOf<D extends Domain> = D extends { readonly set: "choice"; readonly of: readonly (infer S)[] }
  ? S
  : D extends { readonly set: "activation" }
    ? Activation
    : D extends { readonly set: "vector" }
      ? readonly number[]
      : D extends { readonly set: "symmetric" | "covariance" | "matrix" | "stochastic" }
        ? readonly (readonly number[])[]
        : number;

export type Values<P extends Parameters> = { readonly [K in keyof P]: ValueOf<P[K]> };
