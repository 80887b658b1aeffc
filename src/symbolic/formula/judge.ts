import { decide } from "../exact/decide.js";
import { domainOf } from "../exact/domain.js";
import { evidenceFor } from "../exact/evidence.js";
import { normalise } from "../exact/normalise.js";
import { NotExact } from "../exact/notExact.js";
import { signOfExact } from "../exact/sign.js";
import { call } from "../expression.js";
import { freeSymbols } from "../integrals/freeSymbols.js";
import { type Point, verifyProposition } from "../precise/verify.js";
import type { Proposition } from "../proposition.js";

export const judgedDigits = 50;
/** Two functions that agree at five random points are the same; an inequality or a divisibility may well hold at five. */
const POINTS = 5;
const MORE_POINTS = 20;

/**
 * proved: for all admissible symbols. refuted: false at the point, or not an identity where no point is named. verified: at so many
 * points, equations to 50 digits, and no more than that is claimed.
 */
export type Judgement =
  | { readonly status: "proved" }
  | { readonly status: "refuted"; readonly at?: Point }
  | { readonly status: "verified"; readonly points: number }
  | { readonly status: "undecided"; readonly reason: string };

const hasSymbols = (statement: Proposition): boolean =>
  freeSymbols(statement.left).size > 0 || (statement.relation !== "Element" && freeSymbols(statement.right).size > 0);

/** a >= b by the signs of the coefficients of a - b; k in Integers by an assumption. */
function followsFrom(statement: Proposition, assumptions: readonly Proposition[]): boolean {
  const domain = domainOf(assumptions);
  if (statement.relation === "Element") {
    return statement.set === "Integers" && statement.left.head === "Symbol" && domain.integers.has(statement.left.name);
  }
  const { relation, left, right } = statement;
  if (relation !== "GreaterEqual" && relation !== "LessEqual") return false;
  const difference = relation === "GreaterEqual" ? call("Subtract", left, right) : call("Subtract", right, left);
  try {
    return signOfExact(normalise(difference, { assumptions }), domain) === 1;
  } catch (error) {
    if (error instanceof NotExact) return false;
    throw error;
  }
}

/** Of numbers: enclosures tell them apart for good, whereas agreement to 50 digits is no proof. */
function ofNumbers(statement: Proposition, reason: string): Judgement {
  try {
    const result = verifyProposition(statement, [{}], judgedDigits);
    if (result.status === "undecided") return { status: "undecided", reason };
    if (result.status === "refuted") {
      return result.rigorous ? { status: "refuted", at: {} } : { status: "undecided", reason };
    }
    const isProof = result.rigorous && statement.relation !== "Equal";
    return isProof ? { status: "proved" } : { status: "verified", points: 1 };
  } catch (error) {
    if (error instanceof RangeError) return { status: "undecided", reason: error.message };
    throw error;
  }
}

function atPoints(statement: Proposition, assumptions: readonly Proposition[], reason: string): Judgement {
  const points = statement.relation === "Equal" ? POINTS : MORE_POINTS;
  const options = { assumptions, digits: judgedDigits, points, seed: 1 };
  const evidence = evidenceFor(statement, domainOf(assumptions), options);
  if (evidence.status === "undecided") return { status: "undecided", reason };
  if (evidence.status === "refuted") return { status: "refuted", at: evidence.at };
  return { status: "verified", points: evidence.points };
}

/**
 * Whether a statement holds for all admissible symbols: by exact arithmetic, and where that does not tell, by values to 50 digits
 * at random points, the same at every call. Throws a RangeError for assumptions that exclude each other.
 */
export function judge(statement: Proposition, assumptions: readonly Proposition[] = []): Judgement {
  const decision = decide(statement, { assumptions, points: 0 });
  if (decision.status === "proved") return decision;
  if (decision.status === "undecided" && followsFrom(statement, assumptions)) return { status: "proved" };
  const reason = decision.status === "undecided" ? decision.reason : "";
  const judgement = hasSymbols(statement) ? atPoints(statement, assumptions, reason) : ofNumbers(statement, reason);
  if (decision.status !== "refuted" || judgement.status === "refuted") return judgement;
  // two answers that cannot both be right are no answer
  return judgement.status === "verified"
    ? { status: "undecided", reason: `exact arithmetic finds a difference that ${judgedDigits} digits do not show` }
    : { status: "refuted" };
}
