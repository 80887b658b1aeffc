import { derivationReport } from "../../render/derivationReport.js";
import type { FormulaReport } from "../../render/formulaReport.js";
import { representationReport } from "../../render/representationReport.js";
import type { Activation } from "../../symbolic/activation/activation.js";
import { asymptoticSeries } from "../../symbolic/exact/asymptoticSeries.js";
import { toDecimalStrings } from "../../symbolic/precise/decimal.js";
import { evaluateBall } from "../../symbolic/precise/evaluateBall.js";
import { rational } from "../../symbolic/rational.js";
import { type DerivedFormula, derive } from "../../theory/batchnorm/derivation/derive.js";
import { formOf } from "../../theory/batchnorm/derivation/form.js";
import { integralRepresentation } from "../../theory/batchnorm/derivation/representation.js";
import { type DerivedQuantity, derivedQuantities } from "../../theory/batchnorm/derivation/structure.js";
import { badValue, UsageError } from "../usageError.js";

export interface DerivationRequest {
  readonly quantity: string;
  readonly activation: Activation;
  readonly steps: boolean;
  readonly quiet: boolean;
  /** A batch size to evaluate at, null for none. */
  readonly at: number | null;
  readonly digits: number;
  /** How many terms for large batches, null for none. */
  readonly terms: number | null;
}

/** The closed form, or integrals for an activation that has none. */
export interface DerivationAnswer {
  readonly kind: "closed" | "integrals";
  readonly report: FormulaReport;
}

function quantityOf(text: string): DerivedQuantity {
  const quantity = derivedQuantities.find((name) => name === text);
  if (quantity !== undefined) return quantity;
  throw badValue("quantity", text, `one of ${derivedQuantities.join(", ")}`, "It comes before the activation.");
}

/** Degrees of hundreds make formulas of millions of characters: the algebra's limits are the user's input, not a defect. */
function derivedOf(quantity: DerivedQuantity, activation: Activation): DerivedFormula {
  try {
    return derive(quantity, activation);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const command = quantity === "rate" ? "theoria rate" : "theoria spectrum";
    throw new UsageError(
      `the closed form of ${quantity} is too long for ${activation.text}: ${error.message}. Its value, with an error: ${command}.`,
    );
  }
}

function seriesOf({ formula }: DerivedFormula, terms: number) {
  try {
    return asymptoticSeries(formula, "B", terms);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(`--series ${terms}: no expansion for large batches is known: ${error.message}. Leave it out.`);
  }
}

/** Throws a TheoryError for what has no closed form for another reason than its kind, and a UsageError for bad options. */
export function answerDerivation(request: DerivationRequest): DerivationAnswer {
  const { activation, steps, quiet, at, digits, terms } = request;
  const quantity = quantityOf(request.quantity);
  if (formOf(activation) === null && activation.expression !== null) {
    const equations = integralRepresentation(quantity, activation.expression);
    const report = representationReport({ quantity, activation: activation.text, equations });
    return { kind: "integrals", report };
  }
  const derived = derivedOf(quantity, activation);
  const valueAt = (batch: number) => {
    const ball = evaluateBall(derived.formula, { B: rational(batch) }, digits);
    return { value: { batch, ...toDecimalStrings(ball, digits) } };
  };
  const series = terms === null ? {} : { series: seriesOf(derived, terms) };
  const report = derivationReport({ derived, steps, quiet, ...series, ...(at === null ? {} : valueAt(at)) });
  return { kind: "closed", report };
}
