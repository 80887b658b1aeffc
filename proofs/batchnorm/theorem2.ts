/**
 * Theorem 2 (B.8), the Laplace form of the batch-norm covariance map V_B of phi(x) = p x_+^alpha - m x_-^alpha:
 *
 *   V_B(Sigma) = B^alpha/Gamma(alpha) int_0^oo s^(alpha-1) det(I + 2s G Sigma G)^(-1/2) V(G Sigma G (I + 2s G Sigma G)^(-1)) ds,
 *
 * V the covariance map without normalisation; shown at the fixed point, where G Sigma* G = mu G. With y = G h, r = |y| and
 * phi(sqrt(B) y/r) = B^(alpha/2) r^(-alpha) phi(y), the norm comes out of phi by r^(-2 alpha) = (1/Gamma(alpha)) int
 * s^(alpha-1) e^(-s r^2) ds (B.4, every alpha > 0 and r > 0), and e^(-s r^2) tilts the Gaussian: on its B-1 dimensions
 *
 *   E[e^(-s r^2) f(y)] = (1 + 2 mu s)^(-(B-1)/2) E[f(y/sqrt(1 + 2 mu s))].
 *
 * The left sides are known from the sphere, y = r z/sqrt(B) with z independent of r, and the right sides from V(t G)_kl =
 * c_alpha (t (B-1)/B)^alpha J_phi(1 or -1/(B-1)). That both agree, before and after the integral over s, is the theorem there;
 * that the rank of Sigma exceeds 2 alpha, as the paper assumes, is not needed.
 */
import { gamma, integral, minus, negative, over, plus, power, type Term, times } from "../../src/symbolic/build.js";
import { DerivationBuilder, type Setting } from "../../src/symbolic/derivation/builder.js";
import { call, type Expression, integer, symbol } from "../../src/symbolic/expression.js";
import { compare, equation } from "../../src/symbolic/proposition.js";
import { rational } from "../../src/symbolic/rational.js";
import { derivationSteps } from "../../src/theory/batchnorm/derivation/derive.js";
import type { Proof } from "../proof.js";
import { gaussianMoment, generalForm, homogeneousSetting, kernel, n, pochhammer, rho } from "./homogeneous.js";

const positive = (name: string) => compare("Greater", symbol(name), integer(0));

const laplaceSetting: Setting = {
  assumptions: [...homogeneousSetting.assumptions, positive("mu"), positive("r"), positive("s")],
  domains: {
    ...homogeneousSetting.domains,
    mu: { min: rational(1, 8), max: 2 },
    r: { min: rational(1, 4), max: 4 },
    s: { min: rational(1, 4), max: 4 },
  },
};

const halfLine = (body: Expression, variable: string) => integral(body, variable, 0, call("Infinity"));
const alpha = symbol("alpha");
const tilt = plus(1, times(2, "mu", "s"));

const schwinger = equation(
  power("r", times(-2, alpha)),
  over(
    halfLine(times(power("s", minus(alpha, 1)), call("Exp", negative(times(power("r", 2), "s")))), "s"),
    gamma(alpha),
  ),
);

/** E[r^(2 alpha) e^(-s r^2)] over y ~ N(0, mu G), r = |y|. */
const tiltedRadius = over(
  halfLine(
    times(
      power("r", minus(plus(n, times(2, alpha)), 1)),
      call("Exp", negative(times(plus("s", over(1, times(2, "mu"))), power("r", 2)))),
    ),
    "r",
  ),
  times(power(2, minus(over(n, 2), 1)), gamma(over(n, 2)), power("mu", over(n, 2))),
);

/** det(I + 2 s mu G)^(-1/2) V(mu/(1 + 2 mu s) G), the entry with J_phi(c). */
const tilted = (c: Term): Expression =>
  times(
    power(tilt, negative(over(n, 2))),
    times(gaussianMoment, power(over(times("mu", n), "B"), alpha), power(tilt, negative(alpha)), kernel(c)),
  );

const laplace = (c: Term): Expression =>
  times(over(power("B", alpha), gamma(alpha)), halfLine(times(power("s", minus(alpha, 1)), tilted(c)), "s"));

interface Entry {
  readonly slug: string;
  readonly name: string;
  readonly value: Expression;
  readonly quantities: readonly ("q" | "c")[];
  readonly at: Term;
}

const entries: readonly Entry[] = [
  { slug: "theorem-2-q", name: "diagonal", value: symbol("q"), quantities: ["q"], at: 1 },
  { slug: "theorem-2-c", name: "off-diagonal", value: times("q", "c"), quantities: ["q", "c"], at: rho },
];

function proof({ slug, name, value, quantities, at }: Entry): Proof {
  const claim = equation(value, laplace(at));
  return Object.freeze({
    id: `batchnorm/${slug}`,
    title: `The Laplace form of the covariance map at the fixed point: the ${name} entry`,
    source: "Theorem 2; Lemmas B.4, B.5; Theorem B.8",
    claim,
    prove() {
      const builder = new DerivationBuilder(laplaceSetting);
      const norm = builder.deduce(schwinger, "Gamma integral (DLMF 5.9.1)", []);
      const sphere = quantities.map((quantity) => derivationSteps(builder, quantity, generalForm));
      const mean = "definition: E[r^(2 alpha) e^(-s r^2)], r^2/mu chi-squared with B-1 degrees of freedom";
      const radius = builder.define(symbol("E_s"), tiltedRadius, mean);
      const closed = times(
        power(times(2, "mu"), alpha),
        pochhammer(over(n, 2), alpha),
        power(tilt, negative(plus(over(n, 2), alpha))),
      );
      const found = builder.deduce(equation(symbol("E_s"), closed), "Gamma integral (DLMF 5.9.1)", [radius]);
      const both = equation(times(power("B", negative(alpha)), "E_s", value), tilted(at));
      const rule = "the tilted Gaussian: sphere and radius on the left, V(t G) on the right";
      const inside = builder.deduce(both, rule, [found, ...sphere]);
      builder.deduce(claim, "B^alpha r^(-2 alpha) under the mean; int s^(a-1) (1 + 2 mu s)^(-b) ds (Lemma B.53)", [
        norm,
        inside,
        ...sphere,
      ]);
      return builder.finish();
    },
  });
}

export const theorem2: readonly Proof[] = Object.freeze(entries.map(proof));
