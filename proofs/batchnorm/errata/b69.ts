/**
 * B.69. The expansions of the forward eigenvalues for B -> infinity. The leading terms alpha and R0 = J_phi'(0)/(J_phi(1) - J_phi(0)) are as
 * printed; the next ones are right for alpha = 1 only. J_phi''(0) = alpha^2 J_phi(0) is the differential equation of the kernel,
 * (1-c^2) J'' + (2 alpha - 1) c J' = alpha^2 J, at c = 0.
 */
import { minus, over, plus, power, type Term, times } from "../../../src/symbolic/build.js";
import { DerivationBuilder } from "../../../src/symbolic/derivation/builder.js";
import { call, type Expression, symbol } from "../../../src/symbolic/expression.js";
import { equation } from "../../../src/symbolic/proposition.js";
import { rational } from "../../../src/symbolic/rational.js";
import { derivationSteps } from "../../../src/theory/batchnorm/derivation/derive.js";
import { symbolOf } from "../../../src/theory/batchnorm/derivation/structure.js";
import type { Erratum } from "../../proof.js";
import { generalForm, homogeneousSetting, kernel, kernelSlope } from "../homogeneous.js";
import { forwardL, forwardM } from "./eigenvalueTerms.js";

const alpha = symbol("alpha");
const gap = minus(kernel(1), kernel(0));
/** R0. */
const slope = over(kernelSlope(0), gap);
/** J_phi''(0)/(J_phi(1) - J_phi(0)). */
const curvature = over(times(power(alpha, 2), kernel(0)), gap);

const expansion = (lead: Term, next: Expression) => plus(lead, over(next, "B"), call("BigO", power("B", -2)));
/** On M: c R0 - J''(0)/(J(1) - J(0)) - R0^2. */
const nextOnM = (c: Expression) => minus(minus(times(c, slope), curvature), power(slope, 2));

const cubic = minus(minus(times(2, power(alpha, 3)), times(4, power(alpha, 2))), alpha);
const quadratic = plus(minus(times(2, power(alpha, 2)), times(4, alpha)), 1);

const terms = {
  L: {
    value: forwardL,
    printed: expansion(alpha, plus(cubic, slope)),
    corrected: expansion(alpha, minus(slope, times(alpha, plus(times(2, alpha), 1)))),
  },
  M: {
    value: forwardM,
    printed: expansion(slope, nextOnM(quadratic)),
    corrected: expansion(slope, nextOnM(minus(1, times(2, alpha)))),
  },
};

function erratum(space: "L" | "M"): Erratum {
  const quantity = `forward-${space}` as const;
  const corrected = equation(symbolOf(quantity), terms[space].corrected);
  return Object.freeze({
    id: `batchnorm/erratum-b69-${space.toLowerCase()}`,
    title: `The forward eigenvalue on ${space} at large batches`,
    source: "Proposition B.69, coefficient of 1/B",
    printed: equation(terms[space].value, terms[space].printed),
    counterexample: Object.freeze({ alpha: rational(3, 2), p: rational(1), m: rational(0) }),
    corrected,
    prove() {
      const builder = new DerivationBuilder(homogeneousSetting);
      const formula = derivationSteps(builder, quantity, generalForm);
      builder.expand(corrected, "expansion of the closed form for B -> infinity", [formula]);
      return builder.finish();
    },
  });
}

export const b69: readonly Erratum[] = Object.freeze([erratum("L"), erratum("M")]);
