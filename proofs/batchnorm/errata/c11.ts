/**
 * C.11. The three lines for lambda_G are one chain of equations; the last one has (2 alpha - 1)(J_phi(1) - J_phi(rho)) in its numerator
 * where the second gives (2 alpha - 1) J_phi(rho). With J_phi' = J_{phi'}/(2 alpha - 1).
 */
import { minus, over, plus, power, type Term, times } from "../../../src/symbolic/build.js";
import { DerivationBuilder } from "../../../src/symbolic/derivation/builder.js";
import { type Expression, symbol } from "../../../src/symbolic/expression.js";
import { equation } from "../../../src/symbolic/proposition.js";
import { rational } from "../../../src/symbolic/rational.js";
import { derivationSteps } from "../../../src/theory/batchnorm/derivation/derive.js";
import { symbolOf } from "../../../src/theory/batchnorm/derivation/structure.js";
import type { Erratum } from "../../proof.js";
import { generalForm, homogeneousSetting, kernel, kernelSlope, n, rho } from "../homogeneous.js";
import { backwardG, gap } from "./eigenvalueTerms.js";

const alpha = symbol("alpha");
const twice = minus(times(2, alpha), 1);
const square = power(alpha, 2);

/** The last line, (2 alpha - 1) `last` being its last term. */
const lastLine = (last: Term): Expression =>
  over(
    plus(
      times(square, minus("B", 2), kernel(1)),
      times(plus(minus("B", 3), times(2, alpha)), over(times(twice, kernelSlope(rho)), n)),
      times(square, twice, last),
    ),
    times(twice, minus("B", 3), gap),
  );

const corrected = equation(symbolOf("rate"), lastLine(kernel(rho)));

export const c11: Erratum = Object.freeze({
  id: "batchnorm/erratum-c11",
  title: "The last of the three lines for the explosion rate",
  source:
    "Theorem C.11, G: the glyphs are damaged, so that the paper prints this is not certain; the corrected line is",
  printed: equation(backwardG, lastLine(gap)),
  counterexample: Object.freeze({ B: rational(8), alpha: rational(1), p: rational(1), m: rational(0) }),
  corrected,
  prove() {
    const builder = new DerivationBuilder(homogeneousSetting);
    const formula = derivationSteps(builder, "rate", generalForm);
    builder.deduce(corrected, "exact arithmetic", [formula]);
    return builder.finish();
  },
});
