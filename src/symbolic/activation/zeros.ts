import { compile } from "../compile.js";
import { differentiate } from "../differentiate.js";
import { call, type Expression, type HeadName, isCall, number } from "../expression.js";
import { simplify } from "../simplify.js";
import type { Evidence } from "./activation.js";
import { polynomialOf } from "./polynomial.js";
import { isPositive } from "./signs.js";

export interface Zero {
  readonly at: number;
  readonly evidence: Evidence;
}

/** Functions that vanish exactly where their argument does, and functions that vanish nowhere. */
const transparent: ReadonlySet<HeadName> = new Set<HeadName>([
  "Negate",
  "Tanh",
  "Sinh",
  "Asinh",
  "Atan",
  "Erf",
  "Cbrt",
  "Sqrt",
  "Asin",
  "Expm1",
  "Log1p",
  "Abs",
  "Sign",
  "Atanh",
]);
const positive: ReadonlySet<HeadName> = new Set<HeadName>(["Exp", "Cosh", "Sech", "Sigmoid", "Softplus", "Erfc"]);

/**
 * The zeros of a smooth branch in [from, to]: exactly where products, odd functions and polynomials of degree at most
 * two lead to them, otherwise by sampling and bisection. A branch that vanishes throughout has no isolated zeros.
 */
export function zeros(g: Expression, from: number, to: number): readonly Zero[] {
  const inside = (found: readonly Zero[]) => found.filter(({ at }) => at >= from && at <= to);
  if (isCall(g)) {
    const [a, b] = g.args;
    if (g.head === "Multiply") return [...zeros(a!, from, to), ...zeros(b!, from, to)];
    if (g.head === "Divide" || transparent.has(g.head)) return zeros(a!, from, to);
    if (positive.has(g.head)) return [];
    if (g.head === "Subtract" && isZeroNumber(b!)) return zeros(a!, from, to);
    if (g.head === "Log" || g.head === "Log2" || g.head === "Log10")
      return zeros(call("Subtract", a!, number(1)), from, to);
    if (g.head === "Power" && b!.head === "Number") return b!.value > 0 ? zeros(a!, from, to) : [];
  }
  if (isPositive(g)) return [];
  const coefficients = polynomialOf(g);
  if (coefficients !== null && coefficients.length <= 3) return inside(lowDegree(coefficients));
  if (coefficients !== null && coefficients[0] === 0) return inside(withZeroRoot(coefficients, g, from, to));
  return sampledZeros(g, from, to);
}

const isZeroNumber = (a: Expression) => a.head === "Number" && a.value === 0;

/** x^k divides the polynomial: 0 is a root exactly, the others are those of the quotient when that is of low degree. */
function withZeroRoot(coefficients: readonly number[], g: Expression, from: number, to: number): readonly Zero[] {
  const first = coefficients.findIndex((value) => value !== 0);
  const origin: Zero = { at: 0, evidence: "proved" };
  const quotient = coefficients.slice(first);
  if (quotient.length <= 3) return [origin, ...lowDegree(quotient)];
  return [origin, ...sampledZeros(g, from, to).filter(({ at }) => at !== 0)];
}

/** Roots of c_0 + c_1 x + c_2 x^2 by the formula that does not cancel. */
function lowDegree([c = 0, b = 0, a = 0]: readonly number[]): readonly Zero[] {
  const proved = (at: number): Zero => ({ at: at === 0 ? 0 : at, evidence: "proved" });
  if (a === 0) return b === 0 ? [] : [proved(-c / b)];
  const discriminant = b * b - 4 * a * c;
  const noise = 8 * Number.EPSILON * (b * b + Math.abs(4 * a * c));
  if (discriminant < -noise) return [];
  if (discriminant <= noise) return [proved(-b / (2 * a))];
  const q = -(b + (b < 0 ? -1 : 1) * Math.sqrt(discriminant)) / 2;
  return [proved(q / a), proved(c / q)];
}

const steps = 64;

/** The ends, every multiple of 1/64, and places crowding towards 0, inside [from, to]. */
export function samplePoints(from: number, to: number): number[] {
  const points = new Set<number>([from, to]);
  for (let k = Math.ceil(from * steps); k <= Math.floor(to * steps); k++) points.add(k / steps);
  for (let e = -27; e < -6; e++) {
    for (const at of [2 ** e, 1.5 * 2 ** e, -(2 ** e), -1.5 * 2 ** e]) if (at > from && at < to) points.add(at);
  }
  return [...points].sort((a, b) => a - b);
}

/** The sign change of f in [a, b] to the last bit: of the two neighbours, the one where |f| is less. */
export function bisect(f: (x: number) => number, a: number, b: number): number {
  let [left, right] = [a, b];
  const sign = Math.sign(f(left));
  for (let k = 0; k < 1100; k++) {
    const middle = left + (right - left) / 2;
    if (middle <= left || middle >= right) break;
    const value = f(middle);
    if (value === 0) return middle;
    if (Math.sign(value) === sign) left = middle;
    else right = middle;
  }
  return Math.abs(f(left)) < Math.abs(f(right)) ? left : right;
}

/** Where |g| falls towards the interval from both sides, a zero without a sign change may lie inside. */
function dips(values: readonly number[], i: number): boolean {
  const size = (k: number) => Math.abs(values[k] ?? Infinity);
  return size(i) <= size(i - 1) && size(i + 1) <= size(i + 2);
}

/** A multiple root is 0 by rounding at several samples in a row: tanh(x) - x near 0. One place stands for the run. */
function middleOfRun(points: readonly number[], values: readonly number[], from: number): number {
  let to = from;
  while (values[to + 1] === 0) to += 1;
  const [left, right] = [points[from]!, points[to]!];
  return left <= 0 && right >= 0 ? 0 : (left + right) / 2;
}

function sampledZeros(g: Expression, from: number, to: number): readonly Zero[] {
  const f = compile(g);
  const points = samplePoints(from, to);
  const values = points.map(f);
  if (values.every((value) => value === 0)) return [];
  let slope: ((x: number) => number) | null = null;
  const found: Zero[] = [];
  for (let i = 0; i < points.length; i++) {
    const [left, right] = [points[i]!, points[i + 1] ?? points[i]!];
    const [a, b] = [values[i]!, values[i + 1] ?? values[i]!];
    if (a === 0 && values[i - 1] !== 0) found.push({ at: middleOfRun(points, values, i), evidence: "sampled" });
    if (a * b < 0) found.push({ at: bisect(f, left, right), evidence: "sampled" });
    else if (a * b > 0 && dips(values, i)) {
      slope ??= compile(simplify(differentiate(simplify(g))));
      if (slope(left) * slope(right) >= 0) continue;
      const at = bisect(slope, left, right);
      if (Math.abs(f(at)) < 1e-11 * Math.max(Math.abs(a), Math.abs(b))) found.push({ at, evidence: "sampled" });
    }
  }
  return found;
}
