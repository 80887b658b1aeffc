import { refute } from "../../symbolic/derivation/refute.js";
import { toDecimalStrings } from "../../symbolic/precise/decimal.js";
import { rationalText } from "../../symbolic/rational.js";
import type { Parameters } from "../../theorems/domain.js";
import type { Printed, Theorem } from "../../theorems/theorem.js";
import { areMet } from "../assumptions.js";
import { validatePoint } from "../domains/validate.js";
import { examine } from "../examine.js";
import type { Point } from "../point.js";
import { printPoint } from "../print.js";
import type { Run } from "../run.js";
import type { CheckResult, Counterexample } from "../verdict.js";
import { rederive } from "./exact.js";

const DIGITS = 30;
const SHOWN = 15;

/** What is printed, tried again: `refutation` is where it is false, with both of its sides. */
export interface PrintedResult extends CheckResult {
  readonly refutation?: Counterexample;
}

const name = "the printed claim is false";
const base = { kind: "printed", name, skips: 0 } as const;
const standing = (says: string): PrintedResult => ({ ...base, status: "refuted", cases: 1, says });

type PointRefutation<P extends Parameters> = Extract<Printed<P>["refutation"], { kind: "point" }>;
type ExactRefutation<P extends Parameters> = Extract<Printed<P>["refutation"], { kind: "exact" }>;

function atPoint<P extends Parameters>(theorem: Theorem<P>, refutation: PointRefutation<P>): PrintedResult {
  const at = refutation.at as Point;
  validatePoint(theorem.parameters, at);
  if (!areMet(theorem.parameters, theorem.assumptions, at)) {
    return { ...base, status: "undecided", why: "vacuous", says: "an assumption is not met at the point", cases: 0 };
  }
  const found = examine(refutation, at);
  if (found.outcome === "skip") {
    return { ...base, status: "undecided", why: "unevaluable", says: found.says, cases: 0, skips: 1 };
  }
  const sides: Counterexample = { check: name, at: printPoint(at), left: found.left, right: found.right };
  if (found.outcome === "unevaluable") {
    return { ...base, status: "undecided", why: "unevaluable", says: found.says, cases: 0, counterexample: sides };
  }
  if (found.outcome === "differ") return { ...base, status: "holds", cases: 1, refutation: sides };
  return { ...standing("the erratum is not confirmed: the printed claim holds at its point"), counterexample: sides };
}

function exactly<P extends Parameters>({ erratum }: ExactRefutation<P>, run: Pick<Run, "derived">): PrintedResult {
  const derived = rederive(erratum, erratum.corrected, run);
  if (!derived.sound) return standing(derived.says);
  try {
    const { left, right } = refute(erratum.printed, erratum.counterexample, DIGITS);
    const at = Object.fromEntries(
      Object.entries(erratum.counterexample).map(([key, value]) => [key, rationalText(value)]),
    );
    const shown = (side: typeof left) => toDecimalStrings(side, SHOWN).value;
    const refutation = { check: name, at, left: shown(left), right: shown(right) };
    return { ...base, status: "holds", cases: 1, refutation };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return standing(`the erratum is not confirmed: ${error.message}`);
  }
}

/** Holds where what is printed is refuted, at its point or by disjoint enclosures; refuted where the erratum does not stand. */
export const checkPrinted = <P extends Parameters>(
  theorem: Theorem<P>,
  { refutation }: Printed<P>,
  run: Pick<Run, "derived">,
): PrintedResult => (refutation.kind === "point" ? atPoint(theorem, refutation) : exactly(refutation, run));
