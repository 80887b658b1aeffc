import { call, type Expression, number } from "../expression.js";

/** A named activation: an expression in u, with named numeric parameters after it. */
export interface Preset {
  readonly parameters: readonly { readonly name: string; readonly default: number | null }[];
  readonly build: (u: Expression, ...parameters: number[]) => Expression;
}

const zero = number(0);
const one = number(1);
const product = (...factors: Expression[]) => factors.reduce((a, b) => call("Multiply", a, b));
const positive = (u: Expression) => call("Greater", u, zero);
const relu = (u: Expression) => call("Max", u, zero);

const plain = (build: (u: Expression) => Expression): Preset => ({ parameters: [], build });
const withParameter = (
  name: string,
  fallback: number | null,
  build: (u: Expression, parameter: number) => Expression,
): Preset => ({ parameters: [{ name, default: fallback }], build: build as Preset["build"] });

/** u > 0 ? u : slope u. */
const leakyRelu = (u: Expression, slope: number) => call("Conditional", positive(u), u, product(number(slope), u));

/** u > 0 ? u : a (e^u - 1). */
const elu = (u: Expression, a: number) => call("Conditional", positive(u), u, product(number(a), call("Expm1", u)));

/** The constants of Klambauer et al. (2017), arXiv:1706.02515, to double precision. */
const seluAlpha = 1.6732632423543772;
const seluScale = 1.0507009873554805;

/** u Phi(u) = u erfc(-u / sqrt 2) / 2: erfc keeps the left tail that 1 + erf cancels. */
const gelu = (u: Expression) => product(u, product(number(0.5), call("Erfc", product(number(-Math.SQRT1_2), u))));

/** 0.5 u (1 + tanh v) = u sigmoid(2v) with v = sqrt(2/pi) (u + 0.044715 u^3). */
function geluTanh(u: Expression): Expression {
  const cube = product(number(0.044715), call("Power", u, number(3)));
  return product(u, call("Sigmoid", product(number(2 * Math.sqrt(2 / Math.PI)), call("Add", u, cube))));
}

const silu = plain((u) => product(u, call("Sigmoid", u)));

/** Every preset is a tree of heads, so that its facts and derivatives are derived like those of any other text. */
export const presets: ReadonlyMap<string, Preset> = new Map<string, Preset>([
  ["identity", plain((u) => u)],
  ["relu", plain(relu)],
  ["leaky_relu", withParameter("slope", 0.01, leakyRelu)],
  [
    "relu_power",
    withParameter("exponent", null, (u, a) => call("Conditional", positive(u), call("Power", u, number(a)), zero)),
  ],
  ["hardtanh", plain((u) => call("Max", number(-1), call("Min", one, u)))],
  ["relu6", plain((u) => call("Min", relu(u), number(6)))],
  ["gelu", plain(gelu)],
  ["gelu_tanh", plain(geluTanh)],
  ["silu", silu],
  ["swish", silu],
  ["mish", plain((u) => product(u, call("Tanh", call("Softplus", u))))],
  ["elu", withParameter("a", 1, elu)],
  ["selu", plain((u) => product(number(seluScale), elu(u, seluAlpha)))],
  ["softsign", plain((u) => call("Divide", u, call("Add", one, call("Abs", u))))],
  ["gaussian", plain((u) => call("Exp", call("Negate", call("Power", u, number(2)))))],
]);

/** Names that stand alone as activations, parameters aside; `relu_power` needs its exponent. */
export const presetNames: readonly string[] = Object.freeze([
  ...presets.keys(),
  ...["abs", "sign", "step", "tanh", "erf", "sigmoid", "softplus", "sin", "cos", "exp"],
]);
