/**
 * Theorem 4 (B.18). The fixed point in hyperspherical angles, B >= 4: with zeta_1 = -sqrt(B-1) cos(theta_1) and
 * zeta_2 = cos(theta_1)/sqrt(B-1) - sqrt(B(B-2)/(B-1)) sin(theta_1) cos(theta_2), both angles from 0 to pi,
 *
 *   q   = Gamma((B-1)/2)/(sqrt(pi) Gamma((B-2)/2)) int phi(zeta_1)^2 sin^(B-3)(theta_1),
 *   q c = (B-3)/(2 pi) int int phi(zeta_1) phi(zeta_2) sin^(B-3)(theta_1) sin^(B-4)(theta_2).
 *
 * It says what the law of two samples is. zeta_1 and y = sqrt(B-1) sin(theta_1) cos(theta_2) are orthogonal coordinates of
 * sqrt(B-1) x, x uniform on the sphere of R^(B-1), and zeta_2 = -(zeta_1 + sqrt(B(B-2)) y)/(B-1). A Gaussian vector is R x with
 * R independent of x, which gives the moments of x; the angles give the same E|zeta_1|^a |y|^b for all a, b > -1. Both laws are
 * even in either coordinate, so all moments agree, and on a bounded set they determine the law. For cubic phi with any
 * coefficients both sides are compared as they are printed.
 */
import {
  gamma,
  integral,
  minus,
  negative,
  over,
  pi,
  plus,
  power,
  root,
  term,
  times,
} from "../../src/symbolic/build.js";
import { DerivationBuilder } from "../../src/symbolic/derivation/builder.js";
import { call, type Expression, symbol } from "../../src/symbolic/expression.js";
import { integrate } from "../../src/symbolic/integrals/integrate.js";
import { sphereMoment } from "../../src/symbolic/integrals/sphereMoment.js";
import { equation } from "../../src/symbolic/proposition.js";
import { setting } from "../../src/theory/batchnorm/derivation/setting.js";
import type { Proof } from "../proof.js";
import { n } from "./homogeneous.js";
import { byParts, gaussianSteps, momentSetting } from "./sphere.js";

const theta = ["theta_1", "theta_2"] as const;
const sine = theta.map((angle) => call("Sin", symbol(angle))) as [Expression, Expression];
const cosine = theta.map((angle) => call("Cos", symbol(angle))) as [Expression, Expression];
const weight = [power(sine[0], minus("B", 3)), power(sine[1], minus("B", 4))] as const;

/** int cos^b sin^(B-4) of the second angle over a quarter turn. */
const inner = integral(times(power(cosine[1], "b"), weight[1]), theta[1], 0, over(pi, 2));
const outer = integral(times(power(cosine[0], "a"), power(sine[0], "b"), weight[0], inner), theta[0], 0, over(pi, 2));
const moments = equation(
  symbol("M_ab"),
  times(over(minus("B", 3), times(2, pi)), times(4, power(n, over(plus("a", "b"), 2)), outer)),
);

const law: Proof = Object.freeze({
  id: "batchnorm/theorem-4-law",
  title: "The law of two samples of a batch in hyperspherical angles",
  source: "Theorem 4; Theorem B.18",
  claim: moments,
  prove() {
    const builder = new DerivationBuilder(momentSetting);
    const moment = gaussianSteps(builder);
    const beta = over(call("Beta", over(plus("b", 1), 2), over(minus("B", 3), 2)), 2);
    const angle = builder.deduce(equation(inner, beta), "Beta integral (Lemma B.19)", []);
    const rule = "Beta and Gamma integrals; from 0 to pi either angle runs through two quarters";
    builder.deduce(moments, rule, [...moment, angle]);
    return builder.finish();
  },
});

const DEGREE = 3;
const degrees = Array.from({ length: DEGREE + 1 }, (_, k) => k);
const coefficient = (k: number): Expression => symbol(`a_${k}`);

/** a_0 + a_1 z + a_2 z^2 + a_3 z^3 */
const cubic = (z: Expression): Expression =>
  plus(coefficient(0), ...degrees.slice(1).map((k) => times(coefficient(k), k === 1 ? z : power(z, k))));

const zeta = [
  negative(times(root(n), cosine[0])),
  minus(over(cosine[0], root(n)), times(root(over(times("B", minus("B", 2)), n)), sine[0], cosine[1])),
] as const;

const mass = over(gamma(over(n, 2)), times(root(pi), gamma(over(minus("B", 2), 2))));
const own = integral(times(power(cubic(zeta[0]), 2), weight[0]), theta[0], 0, pi);
const second = integral(times(cubic(zeta[0]), cubic(zeta[1]), ...weight), theta[1], 0, pi);
const both = integral(second, theta[0], 0, pi);

interface Entry {
  readonly slug: "q" | "c";
  readonly name: Expression;
  /** Powers of z1 and z2 of the product of two terms. */
  readonly powers: (i: number, j: number) => readonly [number, number];
  readonly mean: Expression;
  readonly angular: Expression;
  /** The inner integral, if there is one. */
  readonly first: readonly Expression[];
}

const [z1, z2] = [symbol("z1"), symbol("z2")];
const sphereMean = (body: Expression) => call("SphereMean", body, z1, z2, term("B"));

const entries: readonly Entry[] = [
  {
    slug: "q",
    name: symbol("q"),
    powers: (i, j) => [i + j, 0],
    mean: sphereMean(power(cubic(z1), 2)),
    angular: times(mass, own),
    first: [],
  },
  {
    slug: "c",
    name: times("q", "c"),
    powers: (i, j) => [i, j],
    mean: sphereMean(times(cubic(z1), cubic(z2))),
    angular: times(over(minus("B", 3), times(2, pi)), both),
    first: [second],
  },
];

/** The sum of a_i a_j E z1^i z2^j, and whether integration by parts gives the same moments. */
function momentSum(powers: Entry["powers"]): { readonly sum: Expression; readonly holds: boolean } {
  const pairs = degrees.flatMap((i) => degrees.filter((j) => j >= i).map((j) => ({ i, j, at: powers(i, j) })));
  const even = pairs.filter(({ i, j }) => (i + j) % 2 === 0);
  const terms = even.map(({ i, j, at }) => {
    const product = i === j ? power(coefficient(i), 2) : times(2, coefficient(i), coefficient(j));
    return times(product, sphereMoment(...at));
  });
  return { sum: plus(...terms), holds: pairs.every(({ at }) => byParts(...at)) };
}

function proof({ slug, name, powers, mean, angular, first }: Entry): Proof {
  const claim = equation(name, angular);
  return Object.freeze({
    id: `batchnorm/theorem-4-${slug}`,
    title: `The fixed point's ${slug === "q" ? "diagonal" : "off-diagonal"} in hyperspherical angles, for cubic activations`,
    source: "Theorem 4; Theorem B.18",
    claim,
    prove() {
      const builder = new DerivationBuilder(setting);
      const { sum, holds } = momentSum(powers);
      const defined = builder.define(
        name,
        mean,
        "definition: phi(x) = a_0 + a_1 x + a_2 x^2 + a_3 x^3 over the sphere",
      );
      const rule =
        "Isserlis' theorem over the moments of the radius; integration by parts on the sphere gives the same";
      const moment = builder.confirm(equation(name, sum), rule, [defined], holds);
      const angles = first.map((integralOfOne) =>
        builder.calculate(equation(integralOfOne, integrate(integralOfOne)!.result), "Beta integrals (Lemma B.20)", []),
      );
      builder.deduce(claim, "Beta integrals (Lemma B.20)", [moment, ...angles]);
      return builder.finish();
    },
  });
}

export const theorem4: readonly Proof[] = Object.freeze([law, ...entries.map(proof)]);
