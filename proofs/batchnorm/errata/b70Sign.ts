/**
 * B.70, second half. lambda_G = 0, and kappa_M = B R/(B-1+2 alpha) has the sign of J_phi'(-1/(B-1)), which is that of -1/(B-1) for even phi:
 * kappa_M < 0 for |x| at every B.
 */
import { over, plus, times } from "../../../src/symbolic/build.js";
import { DerivationBuilder, type Setting } from "../../../src/symbolic/derivation/builder.js";
import { integer } from "../../../src/symbolic/expression.js";
import { compare, equation } from "../../../src/symbolic/proposition.js";
import { rational } from "../../../src/symbolic/rational.js";
import { derivationSteps } from "../../../src/theory/batchnorm/derivation/derive.js";
import { symbolOf } from "../../../src/theory/batchnorm/derivation/structure.js";
import type { Erratum } from "../../proof.js";
import { generalForm, homogeneousSetting, n, ratioSteps } from "../homogeneous.js";
import { forwardM } from "./eigenvalueTerms.js";

/** m of either sign: |x| is p = 1, m = -1. */
const setting: Setting = {
  assumptions: homogeneousSetting.assumptions.filter(({ left }) => left.head !== "Symbol" || left.name !== "m"),
  domains: { ...homogeneousSetting.domains, m: { min: -2, max: 2 } },
};

const corrected = equation(symbolOf("forward-M"), over(times("B", "R"), plus(n, times(2, "alpha"))));

export const b70Sign: Erratum = Object.freeze({
  id: "batchnorm/erratum-b70-sign",
  title: "The forward eigenvalue on M may be negative",
  source: "Corollary B.70: lambda_M > lambda_G = 0",
  printed: compare("Greater", forwardM, integer(0)),
  counterexample: Object.freeze({ B: rational(6), alpha: rational(1), p: rational(1), m: rational(-1) }),
  corrected,
  prove() {
    const builder = new DerivationBuilder(setting);
    const formula = derivationSteps(builder, "forward-M", generalForm);
    const ratio = ratioSteps(builder, "R");
    builder.deduce(corrected, "exact arithmetic", [formula, ...ratio]);
    return builder.finish();
  },
});
