import { Expansion } from "../asymptotics/expand.js";
import { largerOrder, type Order } from "../asymptotics/order.js";
import { bound, Unresolved } from "../asymptotics/series.js";
import type { Expression } from "../expression.js";
import type { Fact, Growth } from "./activation.js";

/** Faster than the Gaussian weight allows: E phi(z)^2 is infinite. */
export const tooFast = "too fast";

const limitCoefficient = 1 / 4;

/** A bound for an order at infinity, where t = 1/|x|: t^p L^l exp(c_1 t^-a ...). */
function classify(size: Order | null): Growth | typeof tooFast {
  if (size === null) return { kind: "bounded" };
  const [first, ...others] = size.exponent;
  if (first === undefined) {
    // log |x| grows slower than any power; half a degree covers any power of it.
    const degree = -size.power + (size.logs > 0 ? 0.5 : 0);
    return degree > 0 ? { kind: "polynomial", degree } : { kind: "bounded" };
  }
  if (first.coefficient < 0) return { kind: "bounded" };
  const order = -first.power;
  const logarithmic = first.logs > 0;
  if (order > 2 || (order === 2 && logarithmic)) return tooFast;
  if (order === 2) {
    if (first.coefficient >= limitCoefficient) return tooFast;
    // Growing terms below x^2 in the exponent are covered by a slightly larger coefficient.
    const slack = others.some((term) => term.coefficient > 0) ? (limitCoefficient - first.coefficient) / 8 : 0;
    return { kind: "gaussian", coefficient: first.coefficient + slack };
  }
  if (order > 1 || (order === 1 && logarithmic)) return { kind: "gaussian", coefficient: 0.05 };
  return { kind: "exponential", rate: first.coefficient };
}

/** The growth on both sides from the leading terms at infinity; `tooFast` when the mean-field limit does not exist. */
export function growthOf(expression: Expression, value: (x: number) => number): Fact<Growth> | typeof tooFast {
  try {
    const sizes = ([1, -1] as const).map((side) => bound(new Expansion({ at: "infinity", side }, 4).of(expression)));
    const growth = classify(largerOrder(sizes[0] ?? null, sizes[1] ?? null));
    return growth === tooFast ? tooFast : { value: growth, evidence: "proved" };
  } catch (error) {
    if (!(error instanceof Unresolved)) throw error;
    return sampledGrowth(value);
  }
}

function largest(value: (x: number) => number, radius: number): number {
  let most = 0;
  for (let k = 0; k <= 200; k++) {
    const x = radius * (0.5 + k / 400);
    most = Math.max(most, Math.abs(value(x)), Math.abs(value(-x)));
  }
  return most;
}

/** From the largest values on |x| = 8..16, 16..32 and 32..64: how log |phi| itself grows when x doubles. */
export function sampledGrowth(value: (x: number) => number): Fact<Growth> | typeof tooFast {
  const [a, b, c] = [16, 32, 64].map((radius) => largest(value, radius)) as [number, number, number];
  if (!Number.isFinite(c)) return tooFast;
  const sampled = (growth: Growth): Fact<Growth> => ({ value: growth, evidence: "sampled" });
  if (c <= 1.05 * b || c === 0) return sampled({ kind: "bounded" });
  const [early, late] = [Math.log2(b / Math.max(a, Number.MIN_VALUE)), Math.log2(c / b)];
  if (late < 1.3 * early + 0.3) return sampled({ kind: "polynomial", degree: Math.max(0.5, Math.ceil(4 * late) / 4) });
  const rate = (Math.LN2 * late) / 32;
  if (late < 3 * early) return sampled({ kind: "exponential", rate });
  const coefficient = (Math.LN2 * late) / (64 ** 2 - 32 ** 2);
  return coefficient >= limitCoefficient || late > 5 * early ? tooFast : sampled({ kind: "gaussian", coefficient });
}
