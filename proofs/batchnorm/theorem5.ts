/**
 * Theorem 5 (B.25 to B.28). The fixed point of a positively homogeneous activation is BSB1 with
 *
 *   q = K J_phi(1),   q c = K J_phi(-1/(B-1)),   K = c_alpha ((B-1)/2)^alpha / P((B-1)/2, alpha),
 *
 * c_alpha = E z_+^(2 alpha) of a standard normal z and P the Pochhammer symbol, so that G Sigma* G = mu G with mu = K (J_phi(1)
 * - J_phi(-1/(B-1))) (B.26). For the ReLU q = 1/2 and c = J_1(-1/(B-1)) (B.27), for the identity q = 1 (B.28; its c is in
 * identity.ts). Both moments are integrals over the sphere: a Beta function for the radius in the plane of two samples, and the
 * arc-cosine kernel for the angle.
 */
import { minus, over, plus, power, root, times } from "../../src/symbolic/build.js";
import { DerivationBuilder, type Setting } from "../../src/symbolic/derivation/builder.js";
import { call, type Expression, integer } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { derivationSteps } from "../../src/theory/batchnorm/derivation/derive.js";
import type { ActivationForm } from "../../src/theory/batchnorm/derivation/form.js";
import { setting } from "../../src/theory/batchnorm/derivation/setting.js";
import { symbolOf } from "../../src/theory/batchnorm/derivation/structure.js";
import type { Proof } from "../proof.js";
import { generalForm, homogeneousSetting, kernel, reluForm, rho, sphereMoment } from "./homogeneous.js";

const identityForm: ActivationForm = {
  kind: "homogeneous",
  form: { degree: integer(1), right: integer(1), left: integer(-1) },
};

interface Statement {
  readonly slug: string;
  readonly title: string;
  readonly source: string;
  readonly quantity: "q" | "c" | "mu";
  readonly value: Expression;
  readonly form: ActivationForm;
  readonly setting: Setting;
  readonly rule: string;
}

function proof({ slug, title, source, quantity, value, form, setting, rule }: Statement): Proof {
  const claim = equation(symbolOf(quantity), value);
  return Object.freeze({
    id: `batchnorm/${slug}`,
    title,
    source,
    claim,
    prove() {
      const builder = new DerivationBuilder(setting);
      const formula = derivationSteps(builder, quantity, form);
      builder.deduce(claim, rule, [formula]);
      return builder.finish();
    },
  });
}

const anyDegree = { form: generalForm, setting: homogeneousSetting, rule: "K and J_phi written out" };

const general: readonly Statement[] = [
  {
    ...anyDegree,
    slug: "theorem-5-q",
    title: "The variance q of a positively homogeneous activation",
    source: "Theorem B.25",
    quantity: "q",
    value: times(sphereMoment, kernel(1)),
  },
  {
    ...anyDegree,
    slug: "theorem-5-c",
    title: "The correlation c of a positively homogeneous activation",
    source: "Theorem B.25",
    quantity: "c",
    value: over(kernel(rho), kernel(1)),
  },
  {
    ...anyDegree,
    slug: "theorem-5-mu",
    title: "G Sigma* G = mu G for a positively homogeneous activation",
    source: "Corollary B.26",
    quantity: "mu",
    value: times(sphereMoment, minus(kernel(1), kernel(rho))),
  },
];

/** (sqrt(1-c^2) + (pi - arccos c) c)/pi at c = -1/(B-1). */
const reluCorrelation = over(
  plus(root(minus(1, power(rho, 2))), times(minus(call("Pi"), call("Acos", rho)), rho)),
  call("Pi"),
);

const relu = { form: reluForm, setting, rule: "Gamma(3/2) = sqrt(pi)/2 and J_1 in arccos" };
const identity = { form: identityForm, setting, rule: "E z^2 = 1" };

const instances: readonly Statement[] = [
  {
    ...relu,
    slug: "theorem-5-relu-q",
    title: "The variance of a ReLU network is 1/2 for every batch",
    source: "Theorem 5; Corollary B.27",
    quantity: "q",
    value: over(1, 2),
  },
  {
    ...relu,
    slug: "theorem-5-relu-c",
    title: "The correlation of a ReLU network is J_1(-1/(B-1))",
    source: "Theorem 5; Corollary B.27",
    quantity: "c",
    value: reluCorrelation,
  },
  {
    ...identity,
    slug: "theorem-5-identity-q",
    title: "The variance of a linear network is 1",
    source: "Corollary B.28",
    quantity: "q",
    value: integer(1),
  },
];

export const theorem5: readonly Proof[] = Object.freeze([...general, ...instances].map(proof));
