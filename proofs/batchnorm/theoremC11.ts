/**
 * Theorem C.11. The eigenvalues of the gradient's operator on span(G), L and M for phi(x) = p x_+^alpha - m x_-^alpha, D =
 * J_phi(1) - J_phi(rho), rho = -1/(B-1):
 *
 *   lambda_G = (B-3+2 alpha)(alpha^2 (B-1) J_phi(1) + (2 alpha - 1) J_phi'(rho))/((2 alpha - 1)(B-3)(B-1) D) - alpha^2/(B-3),
 *   lambda_M = B (B^2 + 2 (alpha-2) B + 2 alpha (alpha-3) + 3) J_phi'(rho)/((B-3)(B-1)(B-1+2 alpha) D),
 *
 * and lambda_L as printed. They are sums lambda_A + lambda_B - lambda_C of Theorems C.5, C.8 and C.10. The operator's entries
 * give them without that split: both are compared.
 */
import { minus, plus } from "../../src/symbolic/build.js";
import { DerivationBuilder } from "../../src/symbolic/derivation/builder.js";
import { equation } from "../../src/symbolic/proposition.js";
import { derivationSteps } from "../../src/theory/batchnorm/derivation/derive.js";
import { symbolOf } from "../../src/theory/batchnorm/derivation/structure.js";
import { cite } from "../cite.js";
import type { Proof } from "../proof.js";
import { totals } from "./gradientForms.js";
import { gradientParts } from "./gradientParts.js";
import { generalForm, homogeneousSetting } from "./homogeneous.js";
import { type Space, spaceName, spaces } from "./spaces.js";

function proof(space: Space): Proof {
  const quantity = `backward-${space}` as const;
  const lambda = symbolOf(quantity);
  const claim = equation(lambda, totals[space]);
  const parts = gradientParts.filter(({ id }) => id.endsWith(`-${space.toLowerCase()}`));
  return Object.freeze({
    id: `batchnorm/theorem-c11-${space.toLowerCase()}`,
    title: `The gradient's eigenvalue on ${spaceName(space)} of a positively homogeneous activation`,
    source: "Theorem C.11",
    claim,
    prove() {
      const builder = new DerivationBuilder(homogeneousSetting);
      const cited = parts.map((part) => cite(builder, part));
      const formula = derivationSteps(builder, quantity, generalForm);
      const split = equation(lambda, minus(plus("lambda_A", "lambda_B"), "lambda_C"));
      const sum = builder.deduce(split, "the operator's entries and the paper's three parts agree", [
        formula,
        ...cited,
      ]);
      builder.deduce(claim, "the sum of the three parts", [sum, ...cited]);
      return builder.finish();
    },
  });
}

export const theoremC11: readonly Proof[] = Object.freeze(spaces.map(proof));
