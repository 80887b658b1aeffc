import type { Parameters } from "../../theorems/domain.js";
import type { ReferenceCheck, Theorem, Way } from "../../theorems/theorem.js";
import { areMet } from "../assumptions.js";
import { validatePoint } from "../domains/validate.js";
import { examine } from "../examine.js";
import type { Point } from "../point.js";
import { printPoint } from "../print.js";
import type { CheckResult } from "../verdict.js";

const decimalPattern = /^[+-]?\d+(?:\.(\d+))?(?:e([+-]?\d+))?$/i;

/** The digits as a number, with one unit of the last digit and the rounding to a double as its error. */
function trusted(text: string): { value: number; error: number } {
  const [, fraction = "", exponent = "0"] = decimalPattern.exec(text) ?? [];
  const value = decimalPattern.test(text) ? Number(text) : Number.NaN;
  const unit = 10 ** (Number(exponent) - fraction.length);
  return { value, error: unit + Math.abs(value) * 2 ** -53 };
}

/** A way against trusted decimals at one point. */
export function checkReference<P extends Parameters>(theorem: Theorem<P>, check: ReferenceCheck<P>): CheckResult {
  const { way, value, origin, tolerance } = check;
  const at = check.at as Point;
  const name = `${way.name} = ${value}`;
  const base = { kind: "reference", name, skips: 0 } as const;
  validatePoint(theorem.parameters, at);
  if (!areMet(theorem.parameters, theorem.assumptions, at)) {
    return { ...base, status: "undecided", why: "vacuous", says: "an assumption is not met at the point", cases: 0 };
  }
  const digits: Way<P> = {
    name: origin,
    evaluate: () => ({ ...trusted(value), method: origin, evals: 0, converged: true }),
  };
  const found = examine({ left: way, right: digits, tolerance }, at);
  if (found.outcome === "skip") {
    return { ...base, status: "undecided", why: "unevaluable", says: found.says, cases: 0, skips: 1 };
  }
  const counterexample = { check: name, at: printPoint(at), left: found.left, right: value };
  if (found.outcome === "unevaluable") {
    return { ...base, status: "undecided", why: "unevaluable", says: found.says, cases: 0, counterexample };
  }
  const worst = { ratio: found.ratio, check: name, at: printPoint(at) };
  return found.outcome === "agree"
    ? { ...base, status: "holds", cases: 1, worst }
    : { ...base, status: "refuted", cases: 1, worst, counterexample };
}
