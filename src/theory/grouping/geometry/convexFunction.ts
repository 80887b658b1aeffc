import { domainError } from "../../../numeric/domain.js";
import { assertShapes, finite, madeBy, text as textShape } from "../../../numeric/shape.js";
import { compile } from "../../../symbolic/compile.js";
import { differentiate } from "../../../symbolic/differentiate.js";
import { type Expression, fold, number, substitute } from "../../../symbolic/expression.js";
import { parseTerm } from "../../../symbolic/formula/parse.js";
import { signOf } from "../../../symbolic/precise/ball.js";
import { evaluateBall } from "../../../symbolic/precise/evaluateBall.js";
import { stableForm } from "./stableForm.js";

/** A potential psi(theta) of one variable with its first two derivatives. */
export interface ConvexFunction {
  readonly text: string;
  readonly psi: Expression;
  /** psi', simplified. */
  readonly slope: Expression;
  /** psi'', simplified: the Fisher metric. */
  readonly curvature: Expression;
  /** NaN or infinite outside the domain of psi. */
  readonly evaluate: {
    psi(theta: number): number;
    slope(theta: number): number;
    curvature(theta: number): number;
  };
}

export const convexShape = madeBy("convexFunction", "psi", "slope", "curvature", "evaluate");

/**
 * Reads psi(theta), for example log(1+exp(theta)), and differentiates it twice. The text is a formula in the symbol theta, read by this library's
 * own grammar; ** is read as ^, and the Greek letter as theta. Nothing is said about convexity yet: `assertStrictlyConvex` looks at an interval.
 *
 * Source: Definitions D.2 and D.3 of the S-System paper. @throws TheoryError "syntax" for what is no formula, "domain" for other symbols.
 */
export function convexFunction(text: string): ConvexFunction {
  assertShapes({ psi: textShape }, { psi: text });
  const psi = parseTerm(text.replaceAll("θ", "theta").replaceAll("**", "^"));
  assertOnlyTheta(text, psi);
  // simplified before it is differentiated: the slope of softplus is the sigmoid
  const stable = stableForm(psi);
  const slope = stableForm(differentiate(stable, "theta"));
  const curvature = stableForm(differentiate(slope, "theta"));
  const [value, first, second] = [stable, slope, curvature].map((each) => compile(each, "theta"));
  const evaluate = Object.freeze({ psi: value!, slope: first!, curvature: second! });
  return Object.freeze({ text, psi, slope, curvature, evaluate });
}

function assertOnlyTheta(text: string, expression: Expression): void {
  fold<void>(expression, (node) => {
    if (node.head !== "Symbol" || node.name === "theta") return;
    const remedy = `The symbol ${node.name} is not known: write for example log(1+exp(theta)).`;
    throw domainError("psi", text, "a formula in theta", remedy);
  });
}

const CHECKED = 64;

/**
 * Throws TheoryError "domain" for psi, and says where, unless psi'' > 0 at 65 equidistant points from low to high, and psi' does not fall from one to the
 * next, as it does over a pole or a concave kink; psi'' may be 0 at a single one between two positive ones, as for theta^4. A second derivative that
 * is no positive double is evaluated in interval arithmetic before psi is refused. Nothing is known of what lies between the points.
 */
export function assertStrictlyConvex(convex: ConvexFunction, low: number, high: number): void {
  assertShapes({ psi: convexShape, low: finite, high: finite }, { psi: convex, low, high });
  let flat = false;
  let [before, last] = [low, Number.NEGATIVE_INFINITY];
  for (let k = 0; k <= CHECKED; k++) {
    const at = k === CHECKED ? high : low + ((high - low) * k) / CHECKED;
    if (!Number.isFinite(convex.evaluate.psi(at))) {
      throw domainError("psi", convex.text, `finite from ${low} to ${high}`, `At theta = ${at} it is not.`);
    }
    const slope = convex.evaluate.slope(at);
    if (falls(last, slope)) {
      const remedy = `Between theta = ${before} and ${at} psi' falls, from ${last} to ${slope}: a pole or a concave kink.`;
      throw domainError("psi", convex.text, `strictly convex from ${low} to ${high}`, remedy);
    }
    [before, last] = [at, slope];
    const sign = curvatureSign(convex, at);
    if (sign > 0) {
      flat = false;
      continue;
    }
    if (sign === 0 && !flat && low < high) {
      flat = true;
      if (k < CHECKED) continue;
    }
    const what = Number.isNaN(sign) ? "not known" : sign < 0 ? "negative" : "0";
    const domain = `strictly convex from ${low} to ${high}`;
    throw domainError("psi", convex.text, domain, `At theta = ${at} psi'' is ${what}: there is no dual.`);
  }
}

/** Whether a slope is below the one to its left, by more than rounding. */
export const falls = (left: number, right: number): boolean =>
  right < left - 1e-12 * Math.max(Math.abs(left), Math.abs(right));

/** 1, 0, -1; NaN where neither doubles nor interval arithmetic know. */
function curvatureSign({ curvature, evaluate }: ConvexFunction, at: number): number {
  const value = evaluate.curvature(at);
  if (value > 1e-8 && Number.isFinite(value)) return 1;
  const exact = substitute(curvature, "theta", number(at));
  for (const digits of [15, 60, 400]) {
    try {
      const sign = signOf(evaluateBall(exact, {}, digits));
      if (sign !== undefined) return sign;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return value > 0 ? 1 : Number.NaN;
}
