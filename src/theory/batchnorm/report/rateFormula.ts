import { isTheoryError } from "../../../errors.js";
import type { Activation } from "../../../symbolic/activation/activation.js";
import { asymptoticSeries } from "../../../symbolic/exact/asymptoticSeries.js";
import type { Expression } from "../../../symbolic/expression.js";
import { toDecimalStrings } from "../../../symbolic/precise/decimal.js";
import { evaluateBall } from "../../../symbolic/precise/evaluateBall.js";
import { type Comparison, equation, type Proposition } from "../../../symbolic/proposition.js";
import { rational } from "../../../symbolic/rational.js";
import { type DerivedFormula, derive } from "../derivation/derive.js";
import { formOf } from "../derivation/form.js";
import { integralRepresentation } from "../derivation/representation.js";

/** The rate as a function of the batch size, for epsilon 0, gamma 1, beta 0, weight variance 1. */
export type RateFormula =
  | {
      readonly kind: "closed";
      readonly claim: Proposition;
      readonly assumptions: readonly Proposition[];
      /** How many steps prove it, and how many of them were verified to 50 digits only. */
      readonly steps: number;
      readonly verified: number;
      /** The first terms for large batches; null where they are not known. */
      readonly series: Proposition | null;
      /** The formula's value, to the digits of a double and more. */
      readonly values: readonly { readonly batch: number; readonly value: string; readonly error: string }[];
    }
  | { readonly kind: "integrals"; readonly equations: readonly Comparison[] };

const TERMS = 2;
const DIGITS = 20;

function seriesOf(formula: Expression): Expression | null {
  try {
    return asymptoticSeries(formula, "B", TERMS);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Formulas that are too long for the algebra, and rates that diverge, have none. */
function derivedOf(activation: Activation): DerivedFormula | null {
  try {
    return derive("rate", activation);
  } catch (error) {
    if (error instanceof RangeError || isTheoryError(error)) return null;
    throw error;
  }
}

/** Closed for positively homogeneous functions and polynomials, in integrals for other expressions; null for neither. Up to a second. */
export function rateFormula(activation: Activation, batches: readonly number[]): RateFormula | null {
  if (formOf(activation) === null) {
    if (activation.expression === null || activation.facts.constant.value) return null;
    return { kind: "integrals", equations: integralRepresentation("rate", activation.expression) };
  }
  const derived = derivedOf(activation);
  if (derived === null) return null;
  const { formula, assumptions, steps } = derived;
  const claim = steps.at(-1)!.claim as Comparison;
  const series = seriesOf(formula);
  return {
    ...{ kind: "closed", claim, assumptions, steps: steps.length },
    verified: steps.filter(({ status }) => status !== "proved").length,
    series: series === null ? null : equation(claim.left, series),
    values: batches
      .filter((batch) => batch >= 4 && batch < Infinity)
      .map((batch) => {
        const { value, error } = toDecimalStrings(evaluateBall(formula, { B: rational(batch) }, DIGITS), DIGITS);
        return { batch, value, error };
      }),
  };
}
