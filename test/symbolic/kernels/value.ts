import { type Expression, isCall } from "../../../src/symbolic/expression.js";
import { heads } from "../../../src/symbolic/heads.js";
import type { Proposition } from "../../../src/symbolic/proposition.js";
import { rational } from "../../../src/symbolic/rational.js";

export type Values = Readonly<Record<string, number>>;
type Evaluator = (values: Values) => number;

/** The value of a term in doubles, sums, integrals and means over two normals included. */
export const valueAt = (term: Expression, values: Values = {}): number => evaluator(term)(values);

/** |left - right| and the larger of their sizes and 1. */
export function residual({ relation, ...rest }: Proposition, values: Values): { difference: number; size: number } {
  if (relation !== "Equal" || !("right" in rest)) throw new Error("an equation was expected");
  const [left, right] = [valueAt(rest.left, values), valueAt(rest.right, values)];
  return { difference: Math.abs(left - right), size: Math.max(1, Math.abs(left), Math.abs(right)) };
}

function evaluator(term: Expression): Evaluator {
  if (term.head === "Symbol") return (values) => values[term.name] ?? Number.NaN;
  if (!isCall(term)) return () => Number(term.value);
  const args = term.args.map(evaluator);
  const names = term.args.map((arg) => (arg.head === "Symbol" ? arg.name : ""));
  const [body, , third, fourth] = args;
  switch (term.head) {
    case "Sum":
      return (values) => series(bind(body!, values, names[1]!), third!(values), fourth!(values));
    case "Integral":
      return (values) => integrate(bind(body!, values, names[1]!), third!(values), fourth!(values));
    case "GaussianMean":
      return (values) => {
        const inner: Record<string, number> = { ...values };
        const at = (z1: number, z2: number) => {
          inner[names[1]!] = z1;
          inner[names[2]!] = z2;
          return body!(inner);
        };
        return planeMean(at, fourth!(values));
      };
    default: {
      const { evaluate } = heads[term.head];
      return (values) => evaluate(...args.map((arg) => arg(values)));
    }
  }
}

/** The body as a function of its bound symbol. */
function bind(body: Evaluator, values: Values, name: string): (x: number) => number {
  const inner: Record<string, number> = { ...values };
  return (x) => {
    inner[name] = x;
    return body(inner);
  };
}

function series(f: (k: number) => number, from: number, to: number): number {
  let total = 0;
  for (let k = from; k <= to && k < from + 2000; k++) {
    const next = f(k);
    total += next;
    if (to === Number.POSITIVE_INFINITY && k > from + 20 && Math.abs(next) < 1e-18 * Math.abs(total)) break;
  }
  return total;
}

/** Abscissae of the trapezoid rule after a double-exponential map, by points to the unit. */
const abscissae = (density: number, reach: number) =>
  Array.from({ length: 2 * reach * density + 1 }, (_, i) => i / density - reach);
const line = abscissae(20, 5);
const plane = abscissae(12, 3.5);

/** Tanh-sinh on a finite range, in the distance to the nearer end; exp-sinh where the upper end is infinite. */
function integrate(f: (x: number) => number, from: number, to: number, points = line): number {
  if (from === to) return 0;
  const width = to - from;
  let total = 0;
  for (const t of points) {
    if (Number.isFinite(width)) {
      const distance = 1 / (1 + Math.exp(Math.PI * Math.sinh(Math.abs(t))));
      const value = f(t > 0 ? to - width * distance : from + width * distance);
      // a point that has rounded to a singular end
      if (Number.isFinite(value)) total += Math.PI * Math.cosh(t) * distance * (1 - distance) * width * value;
    } else {
      const x = Math.exp((Math.PI / 2) * Math.sinh(t));
      // every integrand to infinity has a Gaussian factor
      const value = x < 1e6 ? f(from + x) : 0;
      if (value !== 0) total += (Math.PI / 2) * Math.cosh(t) * x * value;
    }
  }
  return (points[1]! - points[0]!) * total;
}

/** E f(r cos t, r cos(t - delta)) with cos(delta) = c, split where a coordinate changes its sign. */
function planeMean(f: (z1: number, z2: number) => number, c: number): number {
  const delta = Math.acos(c);
  const cuts = [-Math.PI / 2, delta - Math.PI / 2, Math.PI / 2, delta + Math.PI / 2, (3 * Math.PI) / 2];
  const circle = (t: number) =>
    integrate((r) => r * Math.exp((-r * r) / 2) * f(r * Math.cos(t), r * Math.cos(t - delta)), 0, 9, plane);
  let total = 0;
  for (let i = 0; i + 1 < cuts.length; i++) total += integrate(circle, cuts[i]!, cuts[i + 1]!, plane);
  return total / (2 * Math.PI);
}

/** "7/10" as a term's parts. */
export function fractionOf(text: string): { numerator: bigint; denominator: bigint } {
  const [top, bottom = "1"] = text.split("/");
  return rational(BigInt(top!), BigInt(bottom));
}
