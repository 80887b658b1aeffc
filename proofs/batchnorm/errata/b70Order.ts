/**
 * B.70, first half. kappa_L - kappa_M has the sign of alpha - B R/(B-1), R = J_phi'(-1/(B-1))/(J_phi(1) - J_phi(-1/(B-1))). It vanishes for
 * the identity, and is negative for sgn(x) |x|^0.8 at B = 8.
 */
import { minus, over, plus, times } from "../../../src/symbolic/build.js";
import { DerivationBuilder } from "../../../src/symbolic/derivation/builder.js";
import { compare, equation } from "../../../src/symbolic/proposition.js";
import { rational } from "../../../src/symbolic/rational.js";
import { derivationSteps } from "../../../src/theory/batchnorm/derivation/derive.js";
import { symbolOf } from "../../../src/theory/batchnorm/derivation/structure.js";
import type { Erratum } from "../../proof.js";
import { generalForm, homogeneousSetting, n, ratioSteps } from "../homogeneous.js";
import { forwardL, forwardM } from "./eigenvalueTerms.js";

const corrected = equation(
  minus(symbolOf("forward-L"), symbolOf("forward-M")),
  times(over(minus("B", 2), plus(n, times(2, "alpha"))), minus("alpha", over(times("B", "R"), n))),
);

export const b70Order: Erratum = Object.freeze({
  id: "batchnorm/erratum-b70-order",
  title: "The forward eigenvalue on L need not be above that on M",
  source: "Corollary B.70: lambda_L > lambda_M",
  printed: compare("Greater", forwardL, forwardM),
  counterexample: Object.freeze({ B: rational(8), alpha: rational(4, 5), p: rational(1), m: rational(1) }),
  corrected,
  prove() {
    const builder = new DerivationBuilder(homogeneousSetting);
    const formulas = (["forward-L", "forward-M"] as const).map((quantity) =>
      derivationSteps(builder, quantity, generalForm),
    );
    const ratio = ratioSteps(builder, "R");
    builder.deduce(corrected, "exact arithmetic", [...formulas, ...ratio]);
    return builder.finish();
  },
});
