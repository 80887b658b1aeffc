/**
 * B -> infinity. The samples of a batch become independent standard normals, and the explosion rate goes to
 *
 *   E phi'(z)^2 / Var phi(z):
 *
 * alpha^2/(2 alpha - 1) J_phi(1)/(J_phi(1) - J_phi(0)) for phi(x) = p x_+^alpha - m x_-^alpha, pi/(pi-1) for the ReLU. Both sides are derived, the
 * left one from the operator at finite B by its expansion, the right one from Gaussian integrals.
 */
import { integral, minus, over, pi, plus, power, root, type Term, times } from "../../src/symbolic/build.js";
import { DerivationBuilder, type Setting } from "../../src/symbolic/derivation/builder.js";
import { call, type Expression, integer, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { rational } from "../../src/symbolic/rational.js";
import { derivationSteps } from "../../src/theory/batchnorm/derivation/derive.js";
import type { ActivationForm } from "../../src/theory/batchnorm/derivation/form.js";
import { setting as batchSetting } from "../../src/theory/batchnorm/derivation/setting.js";
import { symbolOf } from "../../src/theory/batchnorm/derivation/structure.js";
import type { Proof } from "../proof.js";
import { generalForm, homogeneousSetting, reluForm } from "./homogeneous.js";

const upTo = (limit: Term): Expression => plus(limit, call("BigO", power("B", -1)));
const rate = symbolOf("rate");
const [slope, square, mean] = [symbol("slope"), symbol("square"), symbol("mean")];

/** E of z_+^k for a standard normal z. */
const halfMoment = (exponent: Term): Expression =>
  integral(
    times(power("z", exponent), over(call("Exp", over(power("z", 2), -2)), root(times(2, pi)))),
    "z",
    0,
    call("Infinity"),
  );

const limit = equation(rate, upTo(over(slope, minus(square, power(mean, 2)))));

const definitions = {
  slope: "definition: E phi'(z)^2, z a standard normal",
  square: "definition: E phi(z)^2",
  mean: "definition: E phi(z)",
};

type Moments = Readonly<Record<keyof typeof definitions, Expression>>;

const squares = plus(power("p", 2), power("m", 2));
const homogeneousMoments: Moments = {
  slope: times(power("alpha", 2), squares, halfMoment(minus(times(2, "alpha"), 2))),
  square: times(squares, halfMoment(times(2, "alpha"))),
  mean: times(minus("p", "m"), halfMoment("alpha")),
};

const normal = (body: Expression): Expression => call("GaussianMean", body, symbol("z1"), symbol("z2"), integer(0));

/** phi(x) = x + x^3. */
const cubicForm: ActivationForm = { kind: "polynomial", coefficients: [0, 1, 0, 1].map((value) => rational(value)) };
const cubic = plus("z1", power("z1", 3));
const cubicMoments: Moments = {
  slope: normal(power(plus(1, times(3, power("z1", 2))), 2)),
  square: normal(power(cubic, 2)),
  mean: normal(cubic),
};

interface Case {
  readonly id: string;
  readonly title: string;
  readonly form: ActivationForm;
  readonly setting: Setting;
  readonly moments: Moments;
}

/** The rate goes to the ratio of the Gaussian moments. */
function limitProof({ id, title, form, setting, moments }: Case): Proof {
  return Object.freeze({
    id: `batchnorm/${id}`,
    title,
    source: "ours",
    claim: limit,
    prove() {
      const builder = new DerivationBuilder(setting);
      const formula = derivationSteps(builder, "rate", form);
      const names = Object.keys(definitions) as (keyof Moments)[];
      const defined = names.map((name) => builder.define(symbol(name), moments[name], definitions[name]));
      builder.expand(limit, "expansion for B -> infinity, and Gaussian integrals", [formula, ...defined]);
      return builder.finish();
    },
  });
}

const relu = equation(rate, upTo(over(pi, minus(pi, 1))));

export const largeBatch: readonly Proof[] = Object.freeze([
  limitProof({
    id: "large-batch-homogeneous",
    title: "The explosion rate of a positively homogeneous activation at large batches",
    form: generalForm,
    setting: homogeneousSetting,
    moments: homogeneousMoments,
  }),
  limitProof({
    id: "large-batch-cubic",
    title: "The explosion rate of x + x^3 at large batches",
    form: cubicForm,
    setting: batchSetting,
    moments: cubicMoments,
  }),
  Object.freeze({
    id: "batchnorm/large-batch-relu",
    title: "The explosion rate of the ReLU at large batches is pi/(pi-1)",
    source: "Theorem 8, first sentence",
    claim: relu,
    prove() {
      const builder = new DerivationBuilder(batchSetting);
      const formula = derivationSteps(builder, "rate", reluForm);
      builder.expand(relu, "expansion of the closed form for B -> infinity", [formula]);
      return builder.finish();
    },
  }),
]);
