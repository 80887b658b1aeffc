import { call } from "../expression.js";
import type { Point } from "../precise/verify.js";
import type { Proposition } from "../proposition.js";
import { type Domain, domainOf } from "./domain.js";
import { evidenceFor } from "./evidence.js";
import { exactFieldOver } from "./field.js";
import { type ExactOptions, normaliseIn } from "./normalise.js";
import { NotExact } from "./notExact.js";
import { symbolsIn } from "./symbols.js";
import { zeroTestOf } from "./zeroTest.js";

export type Decision =
  | { readonly status: "proved" }
  | { readonly status: "refuted"; readonly by: "exact" | Point }
  | { readonly status: "verified"; readonly points: number; readonly digits: number; readonly reason: string }
  | { readonly status: "undecided"; readonly reason: string };

export interface DecisionOptions extends ExactOptions {
  /** Of agreement at a point; default 50. */
  readonly digits?: number;
  /** How many; default 3, and 0 for exact decisions only. */
  readonly points?: number;
  /** Which; default 0. */
  readonly seed?: number;
}

const proved: Decision = Object.freeze({ status: "proved" });
const refuted: Decision = Object.freeze({ status: "refuted", by: "exact" });
const undecided = (reason: string): Decision => ({ status: "undecided", reason });

function decideExactly(proposition: Proposition, domain: Domain): Decision {
  const { relation } = proposition;
  if (relation !== "Equal" && relation !== "NotEqual") return undecided(`${relation} is not decided exactly`);
  try {
    const difference = normaliseIn(call("Subtract", proposition.left, proposition.right), exactFieldOver(domain));
    const result = zeroTestOf(difference, domain);
    if (result.status === "undecided") return undecided(result.reason);
    if (result.status === "zero") return relation === "Equal" ? proved : refuted;
    if (relation === "Equal") return refuted;
    return symbolsIn(difference).size === 0 ? proved : undecided("functions that differ may meet at points");
  } catch (error) {
    if (error instanceof NotExact) return undecided(error.message);
    throw error;
  }
}

/**
 * Whether a statement holds wherever it is defined and the assumptions do. Equations: "proved" when the exact normal
 * form of the difference is zero; "refuted" by "exact" when the sides are known to be different functions. What that
 * leaves open, and other statements, is tried at random admissible points: "refuted" by a point where interval
 * arithmetic excludes it, "verified" where it holds to the digits at all points (evidence, no proof), else "undecided".
 * `reason` says what the exact part missed. Throws a RangeError for options that are not whole numbers in range.
 */
export function decide(proposition: Proposition, options: DecisionOptions = {}): Decision {
  const { assumptions = [], digits = 50, points = 3, seed = 0 } = options;
  const domain = domainOf(assumptions);
  const exact = decideExactly(proposition, domain);
  if (exact.status !== "undecided" || points === 0) return exact;
  const evidence = evidenceFor(proposition, domain, { assumptions, digits, points, seed });
  if (evidence.status === "undecided") return exact;
  return evidence.status === "refuted" ? { status: "refuted", by: evidence.at } : { ...evidence, reason: exact.reason };
}
