/**
 * The eigenvalues of the forward Jacobian with every cancellation carried out. For phi(x) = p x_+^alpha - m x_-^alpha,
 * with R = J_phi'(-1/(B-1))/(J_phi(1) - J_phi(-1/(B-1))),
 *
 *   kappa_M = B R / (B-1+2 alpha),        kappa_L = (alpha (B-2) + B R/(B-1)) / (B-1+2 alpha).
 *
 * The operator's entries give the eigenvalues in the sphere moments m_ab and s_a; their values are rational functions of B and
 * alpha times J_alpha and J_{alpha-1}, of which the recurrence of J_{alpha+1} leaves R alone.
 */
import { minus, over, plus, times } from "../../src/symbolic/build.js";
import { DerivationBuilder } from "../../src/symbolic/derivation/builder.js";
import type { Expression } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { derivationSteps } from "../../src/theory/batchnorm/derivation/derive.js";
import { symbolOf } from "../../src/theory/batchnorm/derivation/structure.js";
import type { Proof } from "../proof.js";
import { generalForm, homogeneousSetting, n, ratioSteps } from "./homogeneous.js";

const below = plus(n, times(2, "alpha"));

const values = {
  M: over(times("B", "R"), below),
  L: over(plus(times("alpha", minus("B", 2)), over(times("B", "R"), n)), below),
};

function eigenvalue(space: "L" | "M", value: Expression): Proof {
  const quantity = `forward-${space}` as const;
  const claim = equation(symbolOf(quantity), value);
  return Object.freeze({
    id: `batchnorm/forward-${space.toLowerCase()}`,
    title: `The forward eigenvalue on ${space} of a positively homogeneous activation`,
    source: "Theorem B.68; the form is ours",
    claim,
    prove() {
      const builder = new DerivationBuilder(homogeneousSetting);
      const formula = derivationSteps(builder, quantity, generalForm);
      const ratios = ratioSteps(builder, "R");
      builder.deduce(claim, "the ratio R in the closed form", [formula, ...ratios]);
      return builder.finish();
    },
  });
}

export const forwardEigenvalues: readonly Proof[] = Object.freeze([
  eigenvalue("L", values.L),
  eigenvalue("M", values.M),
]);
