import fc from "fast-check";

const rounded = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true }).map((x) => (Math.abs(x) < 1e-9 ? 0 : Number(x.toPrecision(6))));
const text = (x: number) => (x < 0 ? `(${x})` : `${x}`);

/** Scales over many decades, either sign. */
const scale = fc.oneof(fc.constantFrom(1, -1, 1e-6, 1e6), rounded(0.05, 3), rounded(-3, -0.05));

/** Batch sizes, with the edges that change the algorithm. */
export const batches = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(4, 5, 6, 7, 8, 9, 15, 16, 17, 64, 542, 1e4, 1e6, 1e8) },
  { weight: 1, arbitrary: fc.integer({ min: 4, max: 600 }) },
);

const smoothCore = fc.oneof(
  fc
    .tuple(
      fc.constantFrom("tanh", "erf", "sin", "gelu", "silu", "softplus", "sigmoid", "mish", "gaussian", "cos"),
      rounded(0.2, 2.5),
      rounded(-1, 1),
    )
    .map(([name, slope, shift]) => `${name}(${slope}*x + ${text(shift)})`),
  rounded(0.1, 0.9).map((rate) => `exp(${rate}*x)`),
  rounded(0.3, 3).map((slope) => `x/(1 + exp(-${slope}*x))`),
);

/** Analytic on the whole line. */
export const smooth = fc.tuple(scale, smoothCore).map(([factor, core]) => `${text(factor)}*(${core})`);

/** Polynomials of degree 1 to 5. */
export const polynomials = fc
  .tuple(rounded(-2, 2), fc.array(rounded(-2, 2), { minLength: 0, maxLength: 4 }), rounded(0.1, 2))
  .map(([constant, middle, leading]) => [constant, ...middle, leading].map((a, k) => `${text(a)}*x^${k}`).join(" + "));

const degree = fc.oneof(fc.constantFrom(1, 2, 0.75, 1.5, 3), rounded(0.55, 4));

/** Positively homogeneous, degree above 1/2, of one or both signs, nearly linear and nearly even ones included. */
export const homogeneous = fc.oneof(
  fc.constantFrom("relu", "abs", "x", "leaky_relu(0.999999)", "leaky_relu(0.01)", "x*abs(x)"),
  rounded(-2, 2).map((slope) => `leaky_relu(${text(slope)})`),
  fc
    .tuple(degree, rounded(0.2, 2), rounded(-2, 2))
    .map(([a, right, left]) => `${right}*relu(x)^${a} + ${text(left)}*relu(-x)^${a}`),
);

/** Kinks off the origin, several of them, joins with a continuous slope. */
export const kinked = fc.oneof(
  fc.constantFrom(
    "hardtanh",
    "relu6",
    "elu(1)",
    "elu(2)",
    "selu",
    "softsign",
    "relu(x) + tanh(x)",
    "max(x,0.1*x) + 0.2*abs(x-1)",
  ),
  fc.tuple(rounded(0.3, 3), rounded(-1.5, 1.5)).map(([slope, shift]) => `relu(${slope}*x + ${text(shift)})`),
  fc
    .tuple(rounded(-2, 2), rounded(-2, 2), rounded(-1, 1))
    .map(([a, b, c]) => `max(${text(a)}*x, ${text(b)}*x + ${text(c)}) + 0.5*x`),
  fc.tuple(rounded(0.1, 1.4), rounded(0.3, 2)).map(([place, slope]) => `abs(x - ${place}) + ${slope}*tanh(x)`),
);

export const activations = fc.oneof(smooth, polynomials, homogeneous, kinked);
