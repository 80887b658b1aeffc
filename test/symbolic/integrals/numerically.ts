import { doubleExponential } from "../../../src/numeric/quadrature/doubleExponential.js";
import { type CallExpression, type Expression, isCall } from "../../../src/symbolic/expression.js";
import { heads } from "../../../src/symbolic/heads.js";
import { planeMean } from "./planeMean.js";

export type Values = Readonly<Record<string, number>>;
type Real = (x: number) => number;

const HALF_PI = Math.PI / 2;

/**
 * The value in doubles of an expression with integrals, sums and means, by quadrature: no rule of the table is used. Integrands
 * are expanded about the nearer end of the range, so that powers like (1 - t)^-0.95 keep their relative accuracy there.
 */
export function numerically(expression: Expression, values: Values = {}): number {
  if (expression.head === "Integer" || expression.head === "Number") return Number(expression.value);
  if (expression.head === "Symbol") {
    if (!Object.hasOwn(values, expression.name)) throw new Error(`no value for ${expression.name}`);
    return values[expression.name];
  }
  switch (expression.head) {
    case "Integral":
      return integral(expression, values);
    case "Sum":
      return sum(expression, values);
    case "GaussianMean":
    case "SphereMean":
      return mean(expression, values);
    default:
      return heads[expression.head].evaluate(...expression.args.map((arg) => numerically(arg, values)));
  }
}

const nameOf = (node: Expression): string => (node.head === "Symbol" ? node.name : "");

function sum({ args: [body, index, from, to] }: CallExpression, values: Values): number {
  let total = 0;
  const last = numerically(to, values);
  for (let k = numerically(from, values); k <= last; k++) total += numerically(body, { ...values, [nameOf(index)]: k });
  return total;
}

/** int_a^b with every function of x also known near the ends. Relative error as `doubleExponential` reports it: 1e-13. */
function integral({ args: [body, variable, from, to] }: CallExpression, values: Values): number {
  const [a, b] = [numerically(from, values), numerically(to, values)];
  const x = nameOf(variable);
  const between = (low: number, high: number) => {
    const rising = safely(body, x, low, 1, values);
    const falling = Number.isFinite(high) ? safely(body, x, high, -1, values) : rising;
    const f = (_: number, fromLow: number, fromHigh: number) =>
      fromLow <= fromHigh ? rising(fromLow) : falling(fromHigh);
    const options = { relativeTolerance: 1e-13, maxHalvings: 7 };
    return doubleExponential(f, low, high, options).value;
  };
  // |x| has its kink at 0
  return a < 0 && b > 0 ? between(a, 0) + between(0, b) : between(a, b);
}

/** The coefficients in x of a polynomial, at the given values; null for other expressions. */
function polynomial(node: Expression, x: string, values: Values): readonly number[] | null {
  if (node.head === "Symbol" && node.name === x) return [0, 1];
  if (!isCall(node)) return [numerically(node, values)];
  const parts = node.args.map((arg) => polynomial(arg, x, values));
  if (parts.some((part) => part === null)) return null;
  const [p, q] = parts as readonly (readonly number[])[];
  const size = Math.max(p?.length ?? 0, q?.length ?? 0);
  const join = (sign: number) => Array.from({ length: size }, (_, k) => (p[k] ?? 0) + sign * (q[k] ?? 0));
  if (parts.every((part) => part!.length <= 1)) return [numerically(node, values)];
  if (node.head === "Add") return join(1);
  if (node.head === "Subtract") return join(-1);
  if (node.head === "Negate") return p.map((c) => -c);
  if (node.head === "Multiply") return convolve(p, q);
  if (node.head === "Divide" && q.length === 1) return p.map((c) => c / q[0]);
  const whole = node.head === "Power" && q.length === 1 && Number.isInteger(q[0]) && q[0] >= 0 && q[0] <= 4;
  return whole ? Array.from({ length: q[0] }, () => p).reduce(convolve, [1]) : null;
}

const convolve = (p: readonly number[], q: readonly number[]): readonly number[] =>
  Array.from({ length: p.length + q.length - 1 }, (_, k) => p.reduce((total, c, i) => total + c * (q[k - i] ?? 0), 0));

/** p(end + sign d) by powers of d; a constant term that is only rounding is 0. */
function shifted(p: readonly number[], end: number, sign: number): Real {
  const coefficients: number[] = [];
  let rest = [...p];
  while (rest.length > 0) {
    const quotient: number[] = [];
    let carry = 0;
    for (let k = rest.length - 1; k >= 0; k--) {
      if (k < rest.length - 1) quotient.unshift(carry);
      carry = rest[k] + carry * end;
    }
    const scale = rest.reduce((total, c, k) => total + Math.abs(c * end ** k), 0);
    coefficients.push((Math.abs(carry) < 1e-14 * scale ? 0 : carry) * sign ** coefficients.length);
    rest = quotient;
  }
  return (d) => coefficients.reduceRight((value, c) => value * d + c, 0);
}

/** cos(start + slope d), exactly the sine of the distance where cos(start) = 0. */
function cosineFrom(start: number, slope: number): Real {
  const turns = start / HALF_PI;
  const nearest = Math.round(turns);
  if (nearest % 2 === 0 || Math.abs(turns - nearest) > 1e-14) return (d) => Math.cos(start + slope * d);
  const sign = ((nearest % 4) + 4) % 4 === 1 ? -1 : 1;
  return (d) => sign * Math.sin(slope * d);
}

/** The expression as a function of the distance d from one end of the range, x = end + sign d. */
function nearEnd(node: Expression, x: string, end: number, sign: 1 | -1, values: Values): Real {
  if (node.head === "Symbol" && node.name === x) return shifted([0, 1], end, sign);
  if (!isCall(node)) {
    const value = numerically(node, values);
    return () => value;
  }
  if (["Integral", "Sum", "GaussianMean", "SphereMean"].includes(node.head)) throw new Error("nested binders");
  if (node.head === "Add" || node.head === "Subtract") {
    const p = polynomial(node, x, values);
    if (p !== null) return shifted(p, end, sign);
  }
  if (node.head === "Sin" || node.head === "Cos") {
    const p = polynomial(node.args[0], x, values);
    const quarter = node.head === "Sin" ? -HALF_PI : 0;
    if (p?.length === 2) return cosineFrom(p[0] + p[1] * end + quarter, p[1] * sign);
  }
  const args = node.args.map((arg) => nearEnd(arg, x, end, sign, values));
  const { evaluate } = heads[node.head];
  if (args.length === 1) return (d) => evaluate(args[0](d));
  if (args.length === 2) return (d) => evaluate(args[0](d), args[1](d));
  return (d) => evaluate(...args.map((arg) => arg(d)));
}

/** `nearEnd`, by logarithms far out, where factors overflow or vanish that their product does not: integrands are positive there. */
function safely(body: Expression, x: string, end: number, sign: 1 | -1, values: Values): Real {
  const direct = nearEnd(body, x, end, sign, values);
  const logarithm = logarithmOf(body, x, end, sign, values);
  return (d) => {
    const value = direct(d);
    if (Number.isFinite(value) && d < 1e20) return value;
    const size = logarithm(d);
    // -infinity + infinity: a factor that is 0, or e^(-d^2) beyond the doubles
    return Number.isNaN(size) ? 0 : Math.exp(size);
  };
}

function logarithmOf(node: Expression, x: string, end: number, sign: 1 | -1, values: Values): Real {
  const [a, b] = isCall(node) ? node.args : [];
  const at = (part: Expression) => logarithmOf(part, x, end, sign, values);
  if (node.head === "Multiply") {
    const [p, q] = [at(a), at(b)];
    return (d) => p(d) + q(d);
  }
  if (node.head === "Divide") {
    const [p, q] = [at(a), at(b)];
    return (d) => p(d) - q(d);
  }
  if (node.head === "Abs") return at(a);
  if (node.head === "Exp") return nearEnd(a, x, end, sign, values);
  if (node.head === "Power") {
    const [base, exponent] = [at(a), nearEnd(b, x, end, sign, values)];
    return (d) => exponent(d) * base(d);
  }
  const f = nearEnd(node, x, end, sign, values);
  return (d) => Math.log(Math.abs(f(d)));
}

function mean({ head, args: [body, first, second, parameter] }: CallExpression, values: Values): number {
  const at = numerically(parameter, values);
  const [z1, z2] = [nameOf(first), nameOf(second)];
  const point = { [z1]: 0, [z2]: 0 };
  const f = onPlane(body, point, values);
  const value = (a: number, b: number) => {
    point[z1] = a;
    point[z2] = b;
    return f();
  };
  return head === "GaussianMean" ? planeMean(value, at) : planeMean(value, -1 / (at - 1), at);
}

/** The body as a closure over a point that moves. */
function onPlane(node: Expression, point: Readonly<Record<string, number>>, values: Values): () => number {
  if (node.head === "Symbol" && Object.hasOwn(point, node.name)) return () => point[node.name];
  if (!isCall(node)) {
    const value = numerically(node, values);
    return () => value;
  }
  const args = node.args.map((arg) => onPlane(arg, point, values));
  const { evaluate } = heads[node.head];
  if (args.length === 1) return () => evaluate(args[0]());
  if (args.length === 2) return () => evaluate(args[0](), args[1]());
  return () => evaluate(...args.map((arg) => arg()));
}
