/**
 * Closed forms of batch norm at its symmetric fixed point, derived step by step: eps = 0, gamma = 1, beta = 0, weight
 * variance 1. For positively homogeneous phi they are functions of B and of the arc-cosine kernels at -1/(B-1) and 1/(B-1); for
 * polynomials, rational functions of B.
 */
import { TheoryError } from "../../../errors.js";
import { domainError } from "../../../numeric/domain.js";
import type { Activation } from "../../../symbolic/activation/activation.js";
import { activation } from "../../../symbolic/activation/create.js";
import { DerivationBuilder } from "../../../symbolic/derivation/builder.js";
import type { Derivation } from "../../../symbolic/derivation/derivation.js";
import { rewriteTerm } from "../../../symbolic/derivation/rewrite.js";
import { simplifyExact } from "../../../symbolic/exact/simplify.js";
import type { Expression } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { type ActivationForm, formOf, noForm } from "./form.js";
import { momentSteps } from "./model.js";
import { momentsIn } from "./moments.js";
import { setting } from "./setting.js";
import { type DerivedQuantity, derivedQuantities, structureSteps, symbolOf } from "./structure.js";

export interface DerivedFormula extends Derivation {
  readonly quantity: DerivedQuantity;
  readonly activation: Activation;
  /** In the symbol B, for B >= 4. */
  readonly formula: Expression;
}

/**
 * Adds the steps from the definitions to the quantity's formula to a derivation; the last of them is returned. Symbols in the form
 * must be among the builder's domains.
 */
export function derivationSteps(builder: DerivationBuilder, quantity: DerivedQuantity, form: ActivationForm): number {
  const structure = structureSteps(builder, quantity);
  const inMoments = rewriteTerm(
    symbolOf(quantity),
    structure.map((step) => builder.equation(step)),
  );
  const steps = momentSteps(form);
  const values = momentsIn(inMoments).flatMap((moment) => steps(builder, moment));
  const closed = rewriteTerm(
    inMoments,
    values.map((step) => builder.equation(step)),
  );
  const formula = simplifyExact(closed, { assumptions: builder.assumptions });
  const from = [...new Set([...structure, ...values])];
  return builder.deduce(equation(symbolOf(quantity), formula), "substitution and exact arithmetic", from);
}

function refuse(phi: Activation, quantity: string, domain: string, reason: string): TheoryError {
  return new TheoryError(`${phi.text} has no closed form of ${quantity} here: ${reason}`, {
    code: "not-applicable",
    parameter: "activation",
    value: phi.text,
    domain,
    remedy: "compute it by batchNorm(phi, B), with an error: theoria rate, theoria spectrum",
  });
}

const slopes: ReadonlySet<DerivedQuantity> = new Set([
  "rate",
  "backward-G",
  "backward-L",
  "backward-M",
  "cross-eigenvalue",
]);

/**
 * The closed form of a quantity of BSB1 and its derivation. Throws a TheoryError: "domain" for a quantity that is none of
 * `derivedQuantities`, "not-applicable" for a phi that is neither positively homogeneous nor a polynomial (degree p/q <= 24, q <= 100), is
 * constant, or is homogeneous of a degree of at most 1/2 where E phi'^2 is needed.
 */
export function derive(quantity: DerivedQuantity, activationOrText: Activation | string): DerivedFormula {
  if (!derivedQuantities.includes(quantity)) {
    throw domainError("quantity", quantity, derivedQuantities.join(", "), "choose one of these");
  }
  const phi = typeof activationOrText === "string" ? activation(activationOrText) : activationOrText;
  const form = formOf(phi);
  const domain = "positively homogeneous functions and polynomials";
  if (form === null) throw refuse(phi, quantity, domain, noForm);
  if (phi.facts.constant.value) throw refuse(phi, quantity, "functions that are not constant", "it is constant");
  if (form.kind === "homogeneous" && slopes.has(quantity) && phi.facts.homogeneity.value!.degree <= 0.5) {
    throw refuse(phi, quantity, "degrees above 1/2", "E phi'(z)^2 diverges for degrees of at most 1/2");
  }
  const builder = new DerivationBuilder(setting);
  const last = derivationSteps(builder, quantity, form);
  return Object.freeze({ quantity, activation: phi, formula: builder.equation(last).right, ...builder.finish() });
}
