/** Texts of activations by class, for `activation(...)`. */
import { array, constantFrom, double, oneof, tuple } from "fast-check";

const rounded = (min: number, max: number) =>
  double({ min, max, noNaN: true }).map((x) => (Math.abs(x) < 1e-9 ? 0 : Number(x.toPrecision(6))));
const text = (x: number) => (x < 0 ? `(${x})` : `${x}`);

/** Scales over many decades, either sign. */
const scale = oneof(constantFrom(1, -1, 1e-6, 1e6), rounded(0.05, 3), rounded(-3, -0.05));

const smoothCore = oneof(
  tuple(
    constantFrom("tanh", "erf", "sin", "gelu", "silu", "softplus", "sigmoid", "mish", "gaussian", "cos"),
    rounded(0.2, 2.5),
    rounded(-1, 1),
  ).map(([name, slope, shift]) => `${name}(${slope}*x + ${text(shift)})`),
  rounded(0.1, 0.9).map((rate) => `exp(${rate}*x)`),
  rounded(0.3, 3).map((slope) => `x/(1 + exp(-${slope}*x))`),
);

/** Analytic on the whole line. */
export const smooth = tuple(scale, smoothCore).map(([factor, core]) => `${text(factor)}*(${core})`);

/** Polynomials of degree 1 to 5. */
export const polynomials = tuple(
  rounded(-2, 2),
  array(rounded(-2, 2), { minLength: 0, maxLength: 4 }),
  rounded(0.1, 2),
).map(([constant, middle, leading]) => [constant, ...middle, leading].map((a, k) => `${text(a)}*x^${k}`).join(" + "));

const degree = oneof(constantFrom(1, 2, 0.75, 1.5, 3), rounded(0.55, 4));

/** Positively homogeneous, degree above 1/2, of one or both signs, nearly linear and nearly even ones included. */
export const homogeneous = oneof(
  constantFrom("relu", "abs", "x", "leaky_relu(0.999999)", "leaky_relu(0.01)", "x*abs(x)"),
  rounded(-2, 2).map((slope) => `leaky_relu(${text(slope)})`),
  tuple(degree, rounded(0.2, 2), rounded(-2, 2)).map(
    ([a, right, left]) => `${right}*relu(x)^${a} + ${text(left)}*relu(-x)^${a}`,
  ),
);

/** Kinks off the origin, several of them, joins with a continuous slope. */
export const kinked = oneof(
  constantFrom(
    "hardtanh",
    "relu6",
    "elu(1)",
    "elu(2)",
    "selu",
    "softsign",
    "relu(x) + tanh(x)",
    "max(x,0.1*x) + 0.2*abs(x-1)",
  ),
  tuple(rounded(0.3, 3), rounded(-1.5, 1.5)).map(([slope, shift]) => `relu(${slope}*x + ${text(shift)})`),
  tuple(rounded(-2, 2), rounded(-2, 2), rounded(-1, 1)).map(
    ([a, b, c]) => `max(${text(a)}*x, ${text(b)}*x + ${text(c)}) + 0.5*x`,
  ),
  tuple(rounded(0.1, 1.4), rounded(0.3, 2)).map(([place, slope]) => `abs(x - ${place}) + ${slope}*tanh(x)`),
);

export const activationTexts = oneof(smooth, polynomials, homogeneous, kinked);

/** Nearly a step, but analytic. */
export const saturating = tuple(constantFrom("tanh", "erf", "sigmoid"), rounded(2, 5)).map(
  ([name, slope]) => `${name}(${slope}*x)`,
);

/** Growth as fast as is common: exponentials, high powers. */
export const exploding = oneof(
  constantFrom("exp(x)", "sinh(x)", "x^5", "x + x^3"),
  rounded(0.5, 1).map((rate) => `exp(${rate}*x)`),
);

/** A large constant and little else. */
export const nearlyConstant = tuple(rounded(2, 9), constantFrom("tanh(x)", "sin(x)", "x", "gelu(x)")).map(
  ([constant, rest]) => `${constant} + 0.05*${rest}`,
);

export const odd = constantFrom("x", "tanh", "sin", "erf", "x^3", "x + 0.2*sin(2*x)");
export const even = constantFrom("x^2", "cos", "gaussian", "x*tanh(x)", "x^4 - x^2");
