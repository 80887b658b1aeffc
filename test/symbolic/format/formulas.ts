import { evaluate } from "../../../src/symbolic/evaluate.js";
import { type Expression, number } from "../../../src/symbolic/expression.js";
import { add, divide, half, infinity, multiply, negate, of, pi, power, subtract } from "./build.js";

export interface Formula {
  readonly name: string;
  readonly expression: Expression;
  readonly points: readonly Readonly<Record<string, number>>[];
  /** The same value where the expression has none in doubles. */
  readonly closedForm?: Expression;
}

const batches = [4, 5, 8, 64, 1000, 1e6].map((B) => ({ B }));
const at = (name: string, ...values: readonly number[]) => values.map((value) => ({ [name]: value }));
const correlations = at("c", -0.999, -0.5, -1 / 7, 0, 0.3, 0.9, 0.9999999, 1 - 2 ** -40);
const points = at("x", -2.5, -0.5, 0.25, 1, 3);
const unit = at("x", -0.9, -0.5, 0.125, 0.75);
const positive = at("x", 0.125, 0.5, 1, 2.5, 40);
const pairs = [[0.5, 1.5], [2.25, 0.75], [7, 3], [40.5, 0.125]].map(([a, b]) => ({ a, b })); // biome-ignore format: a table

const previous = subtract("B", 1);
const neighbour = negate(divide(1, previous));
const J = (alpha: number | string | Expression, c: string | Expression) => of("ArccosineKernel", alpha, c);
const lessThanOne = of("Less", "x", 1);

/** Every head at least once. */
export const formulas: readonly Formula[] = [
  { name: "identity rate", expression: divide(subtract("B", 2), subtract("B", 3)), points: batches },
  { name: "dimension", expression: divide(multiply("B", subtract("B", 3)), 2), points: batches },
  { name: "gamma ratio", expression: of("Pochhammer", divide(previous, 2), half), points: batches },
  { name: "gamma quotient", expression: divide(of("Gamma", divide("B", 2)), of("Gamma", divide(previous, 2))), points: at("B", 4, 5, 8, 64) },
  { name: "beta of the sphere", expression: of("Beta", divide(subtract("B", 2), 2), half), points: batches },
  { name: "relu kernel at the neighbour", expression: J(1, neighbour), points: batches },
  { name: "relu gap", expression: subtract(1, J(1, neighbour)), points: batches },
  { name: "arc-cosine kernel 0", expression: J(0, "c"), points: correlations },
  { name: "arc-cosine kernel 1", expression: J(1, "c"), points: correlations },
  { name: "arc-cosine kernel 3/2", expression: J(divide(3, 2), "c"), points: correlations },
  { name: "arc-cosine kernel of alpha", expression: J("alpha", "c"), points: [-0.25, 0.5, 2, 7.25].flatMap((alpha) => correlations.map(({ c }) => ({ alpha, c: c! }))) },
  { name: "closed relu kernel", expression: divide(add(of("Sqrt", subtract(1, power("c", 2))), multiply(subtract(pi, of("Acos", "c")), "c")), pi), points: at("c", -0.5, 0, 0.3, 0.9) },
  { name: "gauss", expression: of("Hypergeometric", "a", "b", divide(3, 2), number(0.4375)), points: pairs.slice(0, 3) },
  { name: "2F1 of z", expression: of("Hypergeometric", half, divide(3, 2), 3, "z"), points: at("z", -2, -0.75, -0.25, 0.5, 0.7, 0.9, 0.999, 1 - 2 ** -30) },
  { name: "terminating 2F1", expression: of("Hypergeometric", -7, half, divide(3, 2), "z"), points: at("z", -2, 0.3, 0.9, 1.5) },
  { name: "Gegenbauer polynomial", expression: of("Gegenbauer", 6, divide(subtract("B", 3), 2), neighbour), points: batches },
  { name: "Gegenbauer function", expression: of("Gegenbauer", "k", 2, number(0.375)), points: at("k", 0, 0.5, 1, 2.75, 5) },
  { name: "Pochhammer", expression: of("Pochhammer", "a", "b"), points: pairs },
  { name: "beta", expression: of("Beta", "a", "b"), points: pairs },
  { name: "binomial", expression: of("Binomial", add("B", 2), 3), points: batches },
  { name: "binomial of fractions", expression: of("Binomial", "a", "b"), points: pairs },
  { name: "factorial", expression: of("Factorial", "x"), points: at("x", 0, 1, 5, 22, 2.5, 150) },
  { name: "polygamma", expression: of("Polygamma", 2, "x"), points: at("x", -1.5, 0.125, 1, 7.5, 1e6) },
  { name: "digamma", expression: of("Polygamma", 0, "x"), points: at("x", -1.25, 0.125, 1, 7.5, 1e6) },
  { name: "elliptic K", expression: of("EllipticK", "m"), points: at("m", -20, -0.5, 0, 0.5, 0.999999) },
  { name: "elliptic E", expression: of("EllipticE", "m"), points: at("m", -20, -0.5, 0, 0.5, 0.999999) },
  { name: "big whole numbers", expression: divide(of("Factorial", 20), add(power(10, 30), power(3, 40))), points: [{}] },
  { name: "fractions of whole numbers", expression: add(power(2, -3), divide(add(1, 2), 4), divide(-1, 3)), points: [{}] },
  { name: "signs and powers", expression: add(power(-2, 3), negate(power("x", 2)), power(negate("x"), 2), power("x", -2)), points },
  { name: "reserved names", expression: divide(subtract(multiply("lambda", "beta"), "gamma"), add("E", "x'")), points: [{ lambda: 1.5, beta: 2, gamma: 0.25, E: 3, "x'": 0.125 }] },
  { name: "exponentials", expression: add(of("Exp", "x"), of("Expm1", "x"), of("Sigmoid", "x"), of("Softplus", "x")), points },
  { name: "logarithms", expression: add(of("Log", "x"), of("Log1p", "x"), of("Log2", "x"), of("Log10", "x")), points: at("x", 0.125, 0.5, 2.5, 40) },
  { name: "roots", expression: add(of("Sqrt", of("Abs", "x")), of("Cbrt", "x"), power(of("Abs", "x"), divide(3, 2))), points },
  { name: "circular", expression: add(of("Sin", "x"), of("Cos", "x"), of("Tan", "x")), points },
  { name: "inverse circular", expression: add(of("Asin", "x"), of("Acos", "x"), of("Atan", "x")), points: unit },
  { name: "hyperbolic", expression: add(of("Sinh", "x"), of("Cosh", "x"), of("Tanh", "x"), of("Sech", "x")), points },
  { name: "inverse hyperbolic", expression: add(of("Asinh", "x"), of("Acosh", add("x", 2)), of("Atanh", "x")), points: unit },
  { name: "erf", expression: multiply(of("Erf", "x"), of("Erfc", "x")), points },
  { name: "kinks", expression: add(of("Abs", "x"), of("Sign", "x"), of("Step", "x"), of("Min", "x", 1), of("Max", "x", 0)), points: [...points, { x: 0 }] },
  { name: "statements", expression: add(lessThanOne, of("LessEqual", "x", 1), of("Greater", "x", 0), of("GreaterEqual", "x", 3), of("Equal", "x", 1), of("NotEqual", "x", 3), of("Not", lessThanOne), of("And", lessThanOne, "x"), of("Or", lessThanOne, subtract("x", 1))), points },
  { name: "branches", expression: of("Conditional", lessThanOne, of("Conditional", of("Greater", "x", -1), negate("x"), power("x", 2)), 3), points },
  { name: "limits", expression: of("Max", of("Negate", infinity), multiply(2, pi, "x")), points: positive },
  { name: "order term", expression: add(1, of("BigO", power("B", -2))), points: [] },
  { name: "geometric sum", expression: of("Sum", power("x", "k"), "k", 0, infinity), points: unit, closedForm: divide(1, subtract(1, "x")) },
  { name: "sum of squares", expression: of("Sum", power("k", 2), "k", 1, "n"), points: at("n", 1, 7, 100), closedForm: divide(multiply("n", add("n", 1), add(multiply(2, "n"), 1)), 6) },
  { name: "integral", expression: of("Integral", of("Exp", negate(power("x", 2))), "x", "a", infinity), points: at("a", -1, 0, 2), closedForm: multiply(half, of("Sqrt", pi), of("Erfc", "a")) },
  { name: "Gaussian mean", expression: of("GaussianMean", multiply(power("z1", 2), power("z2", 2)), "z1", "z2", "c"), points: at("c", 0.25), closedForm: add(1, multiply(2, power("c", 2))) },
  { name: "sphere mean", expression: of("SphereMean", multiply(power("z1", 2), power("z2", 2)), "z1", "z2", "B"), points: at("B", 6), closedForm: divide(multiply(previous, previous, add(1, divide(2, power(previous, 2)))), multiply(previous, add(previous, 2))) },
]; // biome-ignore format: a table

/** In doubles, through the closed form where there is one. */
export const doubleOf = ({ expression, closedForm }: Formula, point: Readonly<Record<string, number>>): number =>
  evaluate(closedForm ?? expression, point);
