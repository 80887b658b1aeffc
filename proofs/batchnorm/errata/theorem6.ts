/**
 * Theorem 6. The prefactor of both ReLU eigenvalues is 1/(2u) with u = q(1-c), the coefficient of I in Theorem 5's fixed point u I + v 11^T;
 * the theorem has v, that of 11^T. Gamma(3/2) Gamma((B+1)/2)/(sqrt(pi) Gamma((B+3)/2)) = 1/(B+1).
 */
import { gamma, kernelOf, minus, over, pi, plus, root, type Term, times } from "../../../src/symbolic/build.js";
import { DerivationBuilder } from "../../../src/symbolic/derivation/builder.js";
import type { Expression } from "../../../src/symbolic/expression.js";
import { equation } from "../../../src/symbolic/proposition.js";
import { rational } from "../../../src/symbolic/rational.js";
import { derivationSteps } from "../../../src/theory/batchnorm/derivation/derive.js";
import { setting } from "../../../src/theory/batchnorm/derivation/setting.js";
import { symbolOf } from "../../../src/theory/batchnorm/derivation/structure.js";
import type { Erratum } from "../../proof.js";
import { n, reluForm, rho } from "../homogeneous.js";

const value = kernelOf(1, rho);
/** J_1' = J_0. */
const slope = kernelOf(0, rho);
const gammas = over(
  times(gamma(over(3, 2)), gamma(over(plus("B", 1), 2))),
  times(root(pi), gamma(over(plus("B", 3), 2))),
);

const brackets = {
  L: plus(times(minus("B", 2), minus(1, value)), over(times("B", slope), n)),
  M: times("B", slope),
};

/** The eigenvalue with 1/(2 of) in front. */
const withPrefactor = (space: "L" | "M", of: Term): Expression => times(over(1, times(2, of)), gammas, brackets[space]);

/** Theorem B.68 for the ReLU. */
const known = (space: "L" | "M"): Expression => over(brackets[space], times(plus("B", 1), minus(1, value)));

function erratum(space: "L" | "M"): Erratum {
  const quantity = `forward-${space}` as const;
  const corrected = equation(symbolOf(quantity), withPrefactor(space, symbolOf("mu")));
  return Object.freeze({
    id: `batchnorm/erratum-theorem-6-${space.toLowerCase()}`,
    title: `The forward eigenvalue of the ReLU on ${space}`,
    source:
      "Theorem 6: the glyphs are damaged, so that the paper prints v is not certain; the corrected form, with u = q(1-c), is",
    printed: equation(known(space), withPrefactor(space, over(value, 2))),
    counterexample: Object.freeze({ B: rational(8) }),
    corrected,
    prove() {
      const builder = new DerivationBuilder(setting);
      const formula = derivationSteps(builder, quantity, reluForm);
      const mu = derivationSteps(builder, "mu", reluForm);
      builder.deduce(corrected, "exact arithmetic", [formula, mu]);
      return builder.finish();
    },
  });
}

export const theorem6: readonly Erratum[] = Object.freeze([erratum("L"), erratum("M")]);
