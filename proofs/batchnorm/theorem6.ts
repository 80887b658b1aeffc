/**
 * Theorem 6 (B.68). The eigenvalues of the forward Jacobian at BSB1. With u = q(1-c) and J' = J_1' = J_0,
 *
 *   ReLU    kappa_G = 0,   kappa_M = B g J'(rho),   kappa_L = g ((B-2)(1 - J_1(rho)) + B/(B-1) J'(rho)),
 *           g = Gamma(3/2)/(2 sqrt(pi) u) Gamma((B+1)/2)/Gamma((B+3)/2),   rho = -1/(B-1),
 *
 * B > 3, and for phi(x) = p x_+^alpha - m x_-^alpha
 *
 *   kappa_M = B h J_phi'(rho),   kappa_L = h (alpha (B-2)(J_phi(1) - J_phi(rho)) + B/(B-1) J_phi'(rho)),
 *           h = c_alpha (B-1)^(alpha-1) 2^(-alpha) / (u P((B+1)/2, alpha)).
 *
 * The text is damaged where these are printed: it seems to have v for u, and J' in kappa_M cannot be told from J; u and J' are
 * right. B.68's condition (B-1)/2 > alpha is not needed. That kappa_G = 0 holds for every phi (see anyPhi.ts).
 */
import { gamma, kernelOf, minus, negative, over, pi, plus, power, root, times } from "../../src/symbolic/build.js";
import { DerivationBuilder, type Setting } from "../../src/symbolic/derivation/builder.js";
import { type Expression, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { derivationSteps } from "../../src/theory/batchnorm/derivation/derive.js";
import type { ActivationForm } from "../../src/theory/batchnorm/derivation/form.js";
import { setting } from "../../src/theory/batchnorm/derivation/setting.js";
import { symbolOf } from "../../src/theory/batchnorm/derivation/structure.js";
import type { Proof } from "../proof.js";
import {
  gaussianMoment,
  generalForm,
  homogeneousSetting,
  kernel,
  kernelSlope,
  n,
  pochhammer,
  reluForm,
  rho,
} from "./homogeneous.js";

interface Network {
  readonly slug: string;
  readonly name: string;
  readonly source: string;
  readonly form: ActivationForm;
  readonly setting: Setting;
  readonly values: Readonly<Record<"L" | "M", Expression>>;
}

const ratio = over(gamma(over(plus("B", 1), 2)), gamma(over(plus("B", 3), 2)));
const g = times(over(gamma(over(3, 2)), times(2, root(pi), "u")), ratio);

const relu: Network = {
  slug: "theorem-6",
  name: "a ReLU network",
  source: "Theorem 6, with J' in kappa_M and u = q(1-c)",
  form: reluForm,
  setting,
  values: {
    M: times("B", g, kernelOf(0, rho)),
    L: times(g, plus(times(minus("B", 2), minus(1, kernelOf(1, rho))), times(over("B", n), kernelOf(0, rho)))),
  },
};

const scale = over(
  times(gaussianMoment, power(n, minus("alpha", 1)), power(2, negative("alpha"))),
  times("u", pochhammer(over(plus("B", 1), 2), "alpha")),
);

const homogeneous: Network = {
  slug: "theorem-b68",
  name: "a positively homogeneous activation",
  source: "Theorem B.68",
  form: generalForm,
  setting: homogeneousSetting,
  values: {
    M: times("B", scale, kernelSlope(rho)),
    L: times(
      scale,
      plus(times("alpha", minus("B", 2), minus(kernel(1), kernel(rho))), times(over("B", n), kernelSlope(rho))),
    ),
  },
};

function proof({ slug, name, source, form, setting, values }: Network, space: "L" | "M"): Proof {
  const quantity = `forward-${space}` as const;
  const claim = equation(symbolOf(quantity), values[space]);
  return Object.freeze({
    id: `batchnorm/${slug}-${space.toLowerCase()}`,
    title: `The forward eigenvalue of ${name} on ${space}`,
    source,
    claim,
    prove() {
      const builder = new DerivationBuilder(setting);
      const q = derivationSteps(builder, "q", form);
      const c = derivationSteps(builder, "c", form);
      const u = builder.define(symbol("u"), times("q", minus(1, "c")), "definition", [q, c]);
      const formula = derivationSteps(builder, quantity, form);
      builder.deduce(claim, "the fixed point in u, and Gamma algebra", [formula, q, c, u]);
      return builder.finish();
    },
  });
}

export const theorem6: readonly Proof[] = Object.freeze([
  proof(relu, "L"),
  proof(relu, "M"),
  proof(homogeneous, "L"),
  proof(homogeneous, "M"),
]);
