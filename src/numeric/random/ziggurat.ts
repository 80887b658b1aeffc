/**
 * The ziggurat of the half normal density f(x) = exp(-x^2/2): 256 layers of equal area v (Marsaglia, Tsang 2000). Layer
 * i >= 1 is [0, x_i] x [f(x_i), f(x_{i+1})]; layer 0 is the base [0, r] x [0, f(r)] with the tail beyond r = x_1, and x_0 = v/f(r).
 */
import { portableExp } from "./portableExp.js";
import { portableLog } from "./portableLog.js";

/** The edge r, where 256 layers of equal area end exactly at the top f(0) = 1. */
export const zigguratEdge = 3.654152885361009;

/** v = r f(r) + integral of f beyond r. */
const area = 0.004928673233974655;

export interface Ziggurat {
  /** x_i 2^-53: times a 53-bit integer it is a point of layer i. */
  readonly scale: Float64Array;
  /** A 53-bit integer below this one gives a point under the density: floor(2^53 x_{i+1}/x_i). */
  readonly inside: Float64Array;
  /** f(x_i), i = 0 .. 256. f(x_256) = 1. */
  readonly density: Float64Array;
}

/** The same bits on every machine: no function of the engine's own but the square root, which IEEE 754 fixes. */
export function ziggurat(): Ziggurat {
  const x = new Float64Array(257);
  const density = new Float64Array(257);
  x[1] = zigguratEdge;
  density[1] = portableExp(-0.5 * zigguratEdge * zigguratEdge);
  x[0] = area / density[1];
  density[0] = density[1];
  for (let i = 1; i < 255; i++) {
    density[i + 1] = density[i]! + area / x[i]!;
    x[i + 1] = Math.sqrt(-2 * portableLog(density[i + 1]!));
  }
  density[256] = 1;
  const scale = x.slice(0, 256).map((edge) => edge * 2 ** -53);
  const inside = scale.map((_, i) => Math.floor(2 ** 53 * (x[i + 1]! / x[i]!)));
  return { scale, inside, density };
}
