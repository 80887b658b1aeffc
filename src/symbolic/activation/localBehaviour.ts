import { Expansion } from "../asymptotics/expand.js";
import type { Series } from "../asymptotics/series.js";
import { type Expression, fold, isCall } from "../expression.js";

/** What the expansions from both sides say about one place. */
export interface LocalBehaviour {
  readonly analytic: boolean;
  /** Taylor coefficients in x - at when analytic, empty otherwise. */
  readonly taylor: readonly number[];
  readonly valueJump: number;
  readonly slopeJump: number;
  readonly exponent: number;
  readonly oneSidedAnalytic: boolean;
  /** Limits of value and slope from the left and from the right. */
  readonly values: readonly [number, number];
  readonly slopes: readonly [number, number];
  /** The least power of |x - at|; -Infinity for an essential singularity such as exp(1/x). */
  readonly leastPower: number;
}

const highestOrder = 10;
const tolerance = 1e-9;

interface Side {
  readonly coefficients: ReadonlyMap<number, { value: number; magnitude: number }>;
  /** Powers of terms that no Taylor series has: fractional, negative, with a logarithm; Infinity for exp(-1/t). */
  readonly singular: readonly { power: number; coefficient: number; logs: number }[];
  readonly known: number;
  readonly essential: boolean;
}

const isOrdinary = (power: number) => power > -0.5 && Math.abs(power - Math.round(power)) < 1e-9;

function readSide(series: Series, side: 1 | -1): Side {
  const coefficients = new Map<number, { value: number; magnitude: number }>();
  const singular: { power: number; coefficient: number; logs: number }[] = [];
  let essential = false;
  for (const { coefficient, magnitude, order } of series.terms) {
    const flat = order.exponent[0];
    if (flat !== undefined) {
      essential ||= flat.coefficient > 0;
      singular.push({ power: Infinity, coefficient, logs: 0 });
    } else if (order.logs !== 0 || !isOrdinary(order.power)) {
      singular.push({ power: order.power, coefficient, logs: order.logs });
    } else {
      const k = Math.round(order.power);
      coefficients.set(k, { value: coefficient * side ** k, magnitude });
    }
  }
  const rest = series.rest;
  const restFlat = rest?.exponent[0];
  essential ||= (restFlat?.coefficient ?? 0) > 0;
  const vanishes = restFlat !== undefined && restFlat.coefficient < 0;
  if (vanishes) singular.push({ power: Infinity, coefficient: 0, logs: 0 });
  const known = rest === null || vanishes ? Infinity : rest.power;
  // A remainder of low order is an oscillation without limit, such as x sin(1/x): no series, only a size.
  if (known <= 2) singular.push({ power: known, coefficient: 0, logs: rest?.logs ?? 0 });
  return { coefficients, singular, known, essential };
}

/** The limit as t -> 0 of the terms of order t^n and larger: +-Infinity when one larger than t^n is there. */
function limit(side: Side, n: 0 | 1, sign: 1 | -1): number {
  const direction = n === 0 ? 1 : sign;
  const larger = side.singular.filter(({ power, logs }) => power < n || (power === n && logs > 0));
  const first = larger.sort((a, b) => a.power - b.power || b.logs - a.logs)[0];
  if (first !== undefined) {
    if (first.coefficient === 0) return 0;
    // The derivative of c t^p L^l is dominated by c p t^(p-1) L^l, or by -c l t^-1 L^(l-1) for p = 0.
    const slope = first.power === 0 ? -first.coefficient * first.logs : first.coefficient * first.power;
    return (n === 0 ? first.coefficient : direction * slope) * Infinity;
  }
  return side.coefficients.get(n)?.value ?? 0;
}

const jump = (left: number, right: number) => (left === right ? 0 : right - left);

function leastMismatch(left: Side, right: Side): number {
  const settled = Math.min(left.known, right.known, highestOrder + 0.5);
  for (let k = 0; k < settled; k++) {
    const [a, b] = [left.coefficients.get(k), right.coefficients.get(k)];
    const scale = (a?.magnitude ?? 0) + (b?.magnitude ?? 0);
    if (Math.abs((a?.value ?? 0) - (b?.value ?? 0)) > tolerance * scale) return k;
  }
  return Infinity;
}

const fractional: ReadonlySet<string> = new Set([
  "Sqrt",
  "Cbrt",
  "Log",
  "Log2",
  "Log10",
  "Log1p",
  "Asin",
  "Acos",
  "Acosh",
  "Atanh",
]);

/** True when no head can bring fractional powers or logarithms into a local expansion. */
export function hasWholePowers(expression: Expression): boolean {
  return fold<boolean>(expression, (node, args) => {
    if (!isCall(node)) return true;
    const exponent = node.args[1];
    const whole = node.head !== "Power" || (exponent!.head === "Number" && Number.isInteger(exponent!.value));
    return whole && !fractional.has(node.head) && args.every((arg) => arg);
  });
}

/**
 * Expands the expression on both sides of `at` and compares. With `quick`, a difference in the first orders settles the
 * matter, and the long expansion is kept for places that look smooth. Throws Unresolved where it does not settle.
 */
export function localBehaviour(expression: Expression, at: number, quick = false): LocalBehaviour {
  if (quick) {
    const first = compareSides(expression, at, 3);
    if (first.exponent <= 2 && first.oneSidedAnalytic) return first;
  }
  return compareSides(expression, at, 12);
}

function compareSides(expression: Expression, at: number, terms: number): LocalBehaviour {
  const left = readSide(new Expansion({ at, side: -1 }, terms).of(expression), -1);
  const right = readSide(new Expansion({ at, side: 1 }, terms).of(expression), 1);
  const singular = [...left.singular, ...right.singular];
  const mismatch = leastMismatch(left, right);
  const exponent = Math.min(mismatch, ...singular.map(({ power }) => power));
  const values = [limit(left, 0, -1), limit(right, 0, 1)] as const;
  const slopes = [limit(left, 1, -1), limit(right, 1, 1)] as const;
  const analytic = singular.length === 0 && mismatch === Infinity;
  const orders = Array.from({ length: Math.min(13, left.known, right.known) }, (_, k) => k);
  return {
    analytic,
    taylor: analytic ? orders.map((k) => right.coefficients.get(k)?.value ?? 0) : [],
    // sides that agree to this order differ by rounding at most
    valueJump: exponent > 0 ? 0 : jump(...values),
    slopeJump: exponent > 1 ? 0 : jump(...slopes),
    exponent,
    oneSidedAnalytic: singular.length === 0,
    values,
    slopes,
    leastPower: left.essential || right.essential ? -Infinity : exponent,
  };
}
