/**
 * A theorem as one frozen object. From it come command-line flags, random admissible points, documentation, sliders and tests.
 */
import type { Erratum as ErratumProof, Proof } from "../../proofs/proof.js";
import type { Estimate } from "../numeric/estimate.js";
import type { Experiment } from "../simulation/experiment.js";
import type { Proposition } from "../symbolic/proposition.js";
import type { Parameters, Values } from "./domain.js";

export const areas = ["batchnorm", "ladder", "alignment", "grouping", "landscape", "gating"] as const;
export type Area = (typeof areas)[number];

export type TheoremId = `${Area}/${string}`;

export type Kind = "definition" | "lemma" | "proposition" | "theorem" | "corollary" | "remark" | "formula";

export interface Citation {
  /** Key of the bibliography, e.g. "yang2019". */
  readonly key: string;
  /** Where: "Theorem 8", "eq. (26)". */
  readonly at: string;
}

/** How far two values may be apart beyond their own errors, and why. */
export interface Tolerance {
  /** "rel": relative to the larger magnitude (of a list: its largest entry); "abs": absolute. */
  readonly unit: "rel" | "abs";
  readonly limit: number;
  readonly why: string;
}

/** One number, one number with its error, or several of them. */
export type Computed = number | Estimate | readonly (number | Estimate)[];

/** One way to compute a side of a claim. It may throw a TheoryError where it does not apply: the point is then skipped. */
export interface Way<P extends Parameters> {
  /** In words: what this computes and how, e.g. "eigenvalues of the dense Jacobian on the sphere". */
  readonly name: string;
  evaluate(values: Values<P>): Computed;
}

/** Two ways that share no code above quadrature rules, compared at >= 200 random admissible points, edges included. */
export interface RoutesCheck<P extends Parameters> {
  readonly kind: "routes";
  /** Default "Equal". "LessEqual": left <= right up to the tolerance; "Less": strictly, by more than the errors. */
  readonly relation?: "Equal" | "LessEqual" | "Less";
  readonly left: Way<P>;
  readonly right: Way<P>;
  readonly tolerance: Tolerance;
  /** Fewer points where one takes long, with the reason; default 200. */
  readonly cases?: { readonly count: number; readonly why: string };
}

/** A trusted decimal of the same number. */
export interface ReferenceCheck<P extends Parameters> {
  readonly kind: "reference";
  readonly at: Values<P>;
  /** Decimal digits; the last one is trusted to one unit. */
  readonly value: string;
  /** Where the digits come from, with what made them. */
  readonly origin: string;
  readonly way: Way<P>;
  readonly tolerance: Tolerance;
}

/** Simulated wide networks against the claim's prediction. */
export interface SimulationCheck<P extends Parameters> {
  readonly kind: "simulation";
  readonly name: string;
  /** Settings to run. */
  readonly at: readonly [Values<P>, ...Values<P>[]];
  /** Further ones for a full run. */
  readonly atFull?: readonly Values<P>[];
  experiment(values: Values<P>): Experiment;
  predict(values: Values<P>): Estimate;
  /** Networks have the widths N and 2N; the deviation from the prediction is a/N^order + noise, and must shrink so. */
  readonly width: { readonly quick: number; readonly full: number };
  readonly order: number;
  /** What the run must be able to see: the standard error aimed at, absolute. Larger than the budget allows: underpowered. */
  readonly resolution: number;
  /** Most networks of each width, a setting. */
  readonly budget: { readonly quick: number; readonly full: number };
}

/** The derivations in proofs/ that establish the claim: every step is re-checked. */
export interface ExactCheck {
  readonly kind: "exact";
  readonly proofs: readonly [Proof, ...Proof[]];
  /** How they establish the claim, where none of them ends in it word for word. */
  readonly because?: string;
}

export type Check<P extends Parameters> = RoutesCheck<P> | ReferenceCheck<P> | SimulationCheck<P> | ExactCheck;

/** What the paper prints instead of the claim, and a point that refutes it. */
export interface Printed<P extends Parameters> {
  readonly claim: Proposition;
  /** What is wrong, in one sentence. */
  readonly says: string;
  /** The extraction dropped glyphs here: that the paper prints this is not certain, the correct form is. */
  readonly damaged: boolean;
  readonly refutation:
    | {
        readonly kind: "point";
        readonly at: Values<P>;
        /** The printed claim's two sides. They must differ by more than their errors and the tolerance. */
        readonly relation?: "Equal" | "LessEqual" | "Less";
        readonly left: Way<P>;
        readonly right: Way<P>;
        readonly tolerance: Tolerance;
      }
    | { readonly kind: "exact"; readonly erratum: ErratumProof };
}

export interface Theorem<P extends Parameters = Parameters> {
  /** Permanent; never renamed, never used again. */
  readonly id: TheoremId;
  readonly kind: Kind;
  /** The conclusion, one plain sentence. */
  readonly title: string;
  /** Symbols of the claim that are neither parameters nor obvious, e.g. { mu: "q (1 - c)" }. */
  readonly notation?: Readonly<Record<string, string>>;
  readonly parameters: P;
  /** Conditions on the parameters, beyond their domains. */
  readonly assumptions: readonly Proposition[];
  readonly claim: Proposition;
  readonly source: readonly [Citation, ...Citation[]];
  /** What it rests on; acyclic. */
  readonly uses: readonly TheoremId[];
  /** steps: an exact check, or the erratum of `printed`, runs them. */
  readonly proof:
    | { readonly kind: "steps"; readonly file: `proofs/${string}` }
    | { readonly kind: "cited" }
    | { readonly kind: "open"; readonly reason: string };
  readonly checks: readonly [Check<P>, ...Check<P>[]];
  readonly printed?: Printed<P>;
}

export const theorem = <const P extends Parameters>(statement: Theorem<P>): Theorem<P> => Object.freeze(statement);
