import { decide } from "../exact/decide.js";
import { domainOf } from "../exact/domain.js";
import { normalise } from "../exact/normalise.js";
import { NotExact } from "../exact/notExact.js";
import { signOfExact } from "../exact/sign.js";
import { call } from "../expression.js";
import { freeSymbols } from "../integrals/freeSymbols.js";
import { type Domain, samplePoints } from "../precise/samplePoints.js";
import { type Point, type Verification, verifyProposition } from "../precise/verify.js";
import type { Proposition } from "../proposition.js";
import { addRational, multiplyRational, type Rational, rational, subtractRational } from "../rational.js";

export const judgedDigits = 50;
const wantedPoints = 5;
const triedPoints = 60;
const leastPoints = 3;

/**
 * proved: for all admissible symbols. refuted: false at the point, or not an identity where no point is named. verified: at so many
 * points, equations to 50 digits, and no more than that is claimed.
 */
export type Judgement =
  | { readonly status: "proved" }
  | { readonly status: "refuted"; readonly at?: Point }
  | { readonly status: "verified"; readonly points: number }
  | { readonly status: "undecided"; readonly reason: string };

const symbolsOf = (statement: Proposition): ReadonlySet<string> =>
  new Set([...freeSymbols(statement.left), ...(statement.relation === "Element" ? [] : freeSymbols(statement.right))]);

/** Where a symbol is tried: inside its bounds, since these may be excluded, and near 0 where there are none. */
function rangeOf(name: string, assumptions: readonly Proposition[]): Domain {
  const { bounds, integers } = domainOf(assumptions);
  const { lower = null, upper = null } = bounds.get(name) ?? {};
  const integer = integers.has(name);
  const width = rational(integer ? 40 : 8);
  const min = lower ?? (upper === null ? rational(-8) : subtractRational(upper, width));
  const max = upper ?? addRational(lower ?? rational(0), width);
  if (integer) return { min, max, integer };
  const inset: Rational = multiplyRational(subtractRational(max, min), rational(1, 64));
  return { min: addRational(min, inset), max: subtractRational(max, inset), integer };
}

/** What a point says of the statement, or why it says nothing: a side has no value there, or the assumptions do not hold. */
function finding(statement: Proposition, point: Point, assumptions: readonly Proposition[]): Verification | string {
  try {
    const broken = assumptions.find((one) => verifyProposition(one, [point], 20).status !== "verified");
    return broken === undefined ? verifyProposition(statement, [point], judgedDigits) : "the assumptions do not hold";
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

interface Findings {
  readonly found: readonly Verification[];
  /** Why the last point that says nothing says nothing. */
  readonly reason: string;
}

function findingsOf(statement: Proposition, assumptions: readonly Proposition[]): Findings {
  const symbols = [...symbolsOf(statement), ...assumptions.flatMap((one) => [...symbolsOf(one)])];
  const domains = Object.fromEntries(symbols.map((name) => [name, rangeOf(name, assumptions)]));
  const points = symbols.length === 0 ? [{}] : samplePoints(domains, triedPoints, 1);
  const found: Verification[] = [];
  let reason = "";
  for (const point of points) {
    const one = finding(statement, point, assumptions);
    if (typeof one === "string") reason = one;
    else found.push(one);
    if (found.at(-1)?.status === "refuted" || found.length === wantedPoints) break;
  }
  return { found, reason };
}

function byValues(statement: Proposition, assumptions: readonly Proposition[], why: string): Judgement {
  const { found, reason } = findingsOf(statement, assumptions);
  const last = found.at(-1);
  if (last?.status === "refuted") return { status: "refuted", at: last.at };
  const isClosed = symbolsOf(statement).size === 0;
  if (found.length < (isClosed ? 1 : leastPoints)) return { status: "undecided", reason: `no values: ${reason}` };
  if (found.some(({ status }) => status === "undecided")) return { status: "undecided", reason: why };
  // two numbers that enclosures tell apart are told apart for good
  const isRigorous = found.every((one) => one.status === "verified" && one.rigorous);
  if (isClosed && isRigorous && statement.relation !== "Equal") return { status: "proved" };
  return { status: "verified", points: found.length };
}

/** a >= b by the signs of the coefficients of a - b, k in Integers by an assumption: what `decide` leaves to others. */
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

/**
 * Whether a statement holds for all admissible symbols: by exact arithmetic, and where that does not tell, by values to 50 digits
 * at random points, the same at every call. Throws a RangeError for assumptions that exclude each other.
 */
export function judge(statement: Proposition, assumptions: readonly Proposition[] = []): Judgement {
  const decision = decide(statement, { assumptions });
  if (decision.status === "proved") return decision;
  if (decision.status === "undecided" && followsFrom(statement, assumptions)) return { status: "proved" };
  const judgement = byValues(statement, assumptions, decision.status === "undecided" ? decision.reason : "");
  if (decision.status === "refuted") return judgement.status === "refuted" ? judgement : { status: "refuted" };
  return judgement;
}
