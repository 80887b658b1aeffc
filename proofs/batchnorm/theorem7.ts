/**
 * Theorem 7. For any phi the gradient explodes at the rate
 *
 *   lambda_G = (B(B-2))^(2-B/2)/(2 pi q(1-c)) I,
 *   I = int_{Z>0} ((B-1-z1^2) phi'(z1)^2 + (1+z1 z2) phi'(z1) phi'(z2)) Z^((B-5)/2) dz1 dz2,
 *   Z = B(B-2) - B(z1^2+z2^2) + (z1-z2)^2.
 *
 * The operator's entries give lambda_G as a mean over two samples (anyPhi.ts); what is left is that their law has the density C
 * Z^((B-5)/2), C = (B-3)(B(B-2))^(2-B/2)/(2 pi). In the orthogonal coordinates z1 and y, z2 = (sqrt(B(B-2)) y - z1)/(B-1), Z is
 * B(B-2)(1 - (z1^2+y^2)/(B-1)): the ellipse is a disc, and polar coordinates give every moment E|z1|^a |y|^b, which are those
 * of the sphere. Odd powers vanish in both. The prefactor overflows from B = 148 on where Z is not divided by B(B-2) first.
 */
import { integral, minus, over, pi, plus, power, root, times } from "../../src/symbolic/build.js";
import { DerivationBuilder, type Setting } from "../../src/symbolic/derivation/builder.js";
import { call, type Expression, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { structureSteps, symbolOf } from "../../src/theory/batchnorm/derivation/structure.js";
import type { Proof } from "../proof.js";
import { n } from "./homogeneous.js";
import { gaussianSteps, momentSetting } from "./sphere.js";

const area = times("B", minus("B", 2));
const square = (z: string): Expression => power(z, 2);
const Z = plus(minus(area, times("B", plus(square("z1"), square("z2")))), power(minus("z1", "z2"), 2));
const disc = times(area, minus(1, over(plus(square("z1"), square("y")), n)));

const theta = symbol("theta");
const quarter = integral(
  times(power(call("Cos", theta), "a"), power(call("Sin", theta), "b")),
  "theta",
  0,
  over(pi, 2),
);
const radial = integral(
  times(power("t", plus("a", "b", 1)), power(minus(1, power("t", 2)), over(minus("B", 5), 2))),
  "t",
  0,
  1,
);

/** C. */
const density = over(times(minus("B", 3), power(area, minus(2, over("B", 2)))), times(2, pi));
/** int |z1|^a |y|^b Z^((B-5)/2) dz1 dz2: z1 = sqrt(n) t cos(theta), y = sqrt(n) t sin(theta), dz2 = sqrt(B(B-2))/n dy. */
const discMoment = times(
  over(root(area), n),
  power(area, over(minus("B", 5), 2)),
  power(n, plus(over(plus("a", "b"), 2), 1)),
  times(4, quarter),
  radial,
);

const claim = equation(symbolOf("rate"), times(over(power(area, minus(2, over("B", 2))), times(2, pi, "mu")), "I"));

const setting: Setting = momentSetting;

export const theorem7: Proof = Object.freeze({
  id: "batchnorm/theorem-7",
  title: "The explosion rate of any activation as an integral over an ellipse",
  source: "Theorem 7",
  claim,
  prove() {
    const builder = new DerivationBuilder(setting);
    const second = over(minus(times(root(area), "y"), "z1"), n);
    const other = builder.define(symbol("z2"), second, "definition of y: z1 and y are orthogonal, with one variance");
    const ellipse = builder.deduce(equation(Z, disc), "an identity in z1 and y", [other]);
    const [moment, ...parts] = gaussianSteps(builder) as [number, ...number[]];
    const rule = "Z^((B-5)/2) in polar coordinates of the disc, dz2 = sqrt(B(B-2))/(B-1) dy; Beta integrals";
    const law = builder.deduce(equation(symbol("M_ab"), times(density, discMoment)), rule, [moment, ...parts, ellipse]);
    const structure = structureSteps(builder, "rate");
    const mean = plus(minus(times(n, "s'_0"), "s'_2"), "m'_00", "m'_11");
    const whole = builder.define(
      symbol("I"),
      over(mean, density),
      "definition: the mean of (B-1-z1^2) phi'(z1)^2 + (1+z1 z2) phi'(z1) phi'(z2) over the density C Z^((B-5)/2)",
      [law],
    );
    builder.deduce(claim, "the constant C over B-3", [structure.at(-1)!, whole]);
    return builder.finish();
  },
});
