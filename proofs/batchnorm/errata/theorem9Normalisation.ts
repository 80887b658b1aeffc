/**
 * (26). The factor that makes the Gegenbauer basis of Theorem 9 orthonormal divides by (B-1)^((B-3)/2) Beta(B/2-1, 1/2), the mass of
 * ((B-1) - z^2)^((B-4)/2) on |z| < sqrt(B-1); the power of B-1 is printed as a factor. Shown for phi = 1, whose only coefficient is a_0 = 1.
 * The integral is written in t = z/sqrt(B-1), which brings a factor (B-1)^((B-3)/2).
 */
import { integral, minus, over, power, times } from "../../../src/symbolic/build.js";
import { DerivationBuilder } from "../../../src/symbolic/derivation/builder.js";
import { call, type Expression, integer } from "../../../src/symbolic/expression.js";
import { equation } from "../../../src/symbolic/proposition.js";
import { rational } from "../../../src/symbolic/rational.js";
import { setting } from "../../../src/theory/batchnorm/derivation/setting.js";
import type { Erratum } from "../../proof.js";
import { n } from "../homogeneous.js";

const exponent = over(minus("B", 3), 2);
const weight = integral(power(minus(1, power("t", 2)), over(minus("B", 4), 2)), "t", -1, 1);
/** The integral of ((B-1) - z^2)^((B-4)/2). */
const mass = times(power(n, exponent), weight);
const beta = call("Beta", minus(over("B", 2), 1), over(1, 2));

const squares = integer(1);
const normalised = (factor: Expression) => equation(times(factor, mass), squares);

const corrected = normalised(over(1, times(power(n, exponent), beta)));

export const theorem9Normalisation: Erratum = Object.freeze({
  id: "batchnorm/erratum-theorem-9-normalisation",
  title: "The normalisation of the Gegenbauer coefficients",
  source: "(26), with phi = 1",
  printed: normalised(over(power(n, exponent), beta)),
  counterexample: Object.freeze({ B: rational(6) }),
  corrected,
  prove() {
    const builder = new DerivationBuilder(setting);
    builder.deduce(corrected, "Beta integral (DLMF 5.12.1)", []);
    return builder.finish();
  },
});
