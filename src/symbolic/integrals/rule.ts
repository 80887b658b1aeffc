import type { Comparison, Proposition } from "../proposition.js";

/** An integral known in closed form. */
export interface Rule {
  readonly name: string;
  /** The symbols that may be given values; all others in the claim are bound. */
  readonly parameters: readonly string[];
  /** Integral, mean or sum on the left, its value on the right. */
  readonly claim: Comparison;
  /** What the parameters must satisfy: outside, the integral diverges or the right side is not defined, unless said. */
  readonly conditions: readonly Proposition[];
  readonly source: string;
}

/** The rule as frozen data. */
export const rule = (given: Rule): Rule =>
  Object.freeze({
    ...given,
    parameters: Object.freeze([...given.parameters]),
    conditions: Object.freeze([...given.conditions]),
  });
