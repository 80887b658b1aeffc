/**
 * The kernels by naive loops over N x C arrays (neuron i of sample c at c N + i), float64, and with each number a
 * bound for the rounding errors of a backend in units of its unit roundoff. Nothing here is shared with a backend.
 */
import type { KernelOptions } from "../../../src/simulation/kernels/kernels.js";

/** What a kernel should give and how far a backend may be, divided by its unit roundoff. */
export interface Expected {
  readonly value: Float64Array;
  readonly roundings: Float64Array;
}

/** sum_k left(k) right(k) for each of `length` entries: n terms lose at most (n + 8) roundings of the sum of sizes. */
function sums(length: number, terms: (entry: number) => readonly (readonly [number, number])[], divisor = 1): Expected {
  const [value, roundings] = [new Float64Array(length), new Float64Array(length)];
  for (let entry = 0; entry < length; entry++) {
    const pairs = terms(entry);
    value[entry] = pairs.reduce((sum, [left, right]) => sum + left * right, 0) / divisor;
    const size = pairs.reduce((sum, [left, right]) => sum + Math.abs(left * right), 0) / divisor;
    roundings[entry] = (pairs.length + 8) * size;
  }
  return { value, roundings };
}

const range = (n: number) => Array.from({ length: n }, (_, i) => i);

/** X^T Y / N. */
export function gemmTN(x: Float64Array, y: Float64Array, width: number): Expected {
  const columns = x.length / width;
  return sums(
    columns * columns,
    (entry) => {
      const [a, b] = [Math.floor(entry / columns), entry % columns];
      return range(width).map((i) => [x[a * width + i]!, y[b * width + i]!] as const);
    },
    width,
  );
}

/** Y + X M. */
export function addXM(y: Float64Array, x: Float64Array, m: Float64Array, width: number): Expected {
  const columns = x.length / width;
  return sums(x.length, (entry) => {
    const [c, i] = [Math.floor(entry / width), entry % width];
    const products = range(columns).map((k) => [x[k * width + i]!, m[k * columns + c]!] as const);
    return [[y[entry]!, 1] as const, ...products];
  });
}

/** G L^T. */
export function mulTri(g: Float64Array, lower: Float64Array, width: number): Expected {
  const columns = g.length / width;
  const transposed = lower.map((_, entry) => lower[(entry % columns) * columns + Math.floor(entry / columns)]!);
  return addXM(new Float64Array(g.length), g, transposed, width);
}

/** One neuron in one batch. */
export interface Row {
  /** Where its samples lie. */
  readonly at: readonly number[];
  readonly h: readonly number[];
  readonly z: readonly number[];
  /** 1/sqrt(variance + epsilon); 0 for a constant row without epsilon. */
  readonly scale: number;
  /** An error bound for z in units of the roundoff: (B + 8) times the size of h against its spread. */
  readonly blur: number;
}

export function normalise(h: readonly number[], { epsilon, centred }: KernelOptions) {
  const batch = h.length;
  const constant = h.every((value) => value === (centred ? h[0] : 0));
  const mean = centred ? h.reduce((sum, value) => sum + value, 0) / batch : 0;
  const variance = constant ? 0 : h.reduce((sum, value) => sum + (value - mean) ** 2, 0) / batch;
  const scale = variance + epsilon > 0 ? 1 / Math.sqrt(variance + epsilon) : 0;
  return { scale, z: h.map((value) => (constant ? 0 : (value - mean) * scale)) };
}

export function rows(h: Float64Array, options: KernelOptions): Row[] {
  const { width, columns, batch } = options;
  return range((columns / batch) * width).map((row) => {
    const [first, i] = [Math.floor(row / width) * batch, row % width];
    const at = range(batch).map((c) => (first + c) * width + i);
    const values = at.map((place) => h[place]!);
    const { z, scale } = normalise(values, options);
    const size = Math.max(...values.map(Math.abs), ...z.map(Math.abs));
    return { at, h: values, z, scale, blur: (batch + 8) * (1 + Math.max(...z.map(Math.abs))) * (1 + size * scale) };
  });
}

/** phi(gamma z + beta); the activation has a slope of at most 1 and is evaluated to 8 roundings. */
export function bnForward(h: Float64Array, options: KernelOptions): Expected {
  const { gamma, beta, activation } = options;
  const [value, roundings] = [new Float64Array(h.length), new Float64Array(h.length)];
  for (const { at, z, blur } of rows(h, options)) {
    for (const [c, place] of at.entries()) {
      const argument = gamma * z[c]! + beta;
      value[place] = activation.value(argument);
      roundings[place] = Math.abs(gamma) * blur + 8 * (1 + Math.abs(beta) + Math.abs(argument));
    }
  }
  return { value, roundings };
}

/**
 * J^T D with the dense Jacobian of each row, J_ab = gamma phi'(gamma z_a + beta) dz_a/dh_b,
 * dz_a/dh_b = (delta_ab - [centred]/B - z_a z_b/B) scale; phi'' at most 1 in size away from the kink. Rows within the
 * blur of the kink at 0 have no bound (infinity): there phi' may be that of either side.
 */
export function bnBackward(h: Float64Array, d: Float64Array, options: KernelOptions, roundoff: number): Expected {
  const { gamma, beta, activation, batch, centred } = options;
  const [value, roundings] = [new Float64Array(h.length), new Float64Array(h.length)];
  for (const { at, z, scale, blur } of rows(h, options)) {
    const slopes = z.map((za) => gamma * activation.derivative(gamma * za + beta));
    const nearKink = z.some((za) => Math.abs(gamma * za + beta) < 4 * roundoff * (blur * Math.abs(gamma) + 1));
    const largest = Math.max(...at.map((place) => Math.abs(d[place]!)));
    const spread = 1 + Math.max(...z.map((za) => za * za));
    const size = scale * largest * Math.abs(gamma) * spread;
    for (const [b, place] of at.entries()) {
      for (const [a, from] of at.entries()) {
        const jacobian = ((a === b ? 1 : 0) - (centred ? 1 : 0) / batch - (z[a]! * z[b]!) / batch) * scale;
        value[place]! += slopes[a]! * jacobian * d[from]!;
      }
      roundings[place] = nearKink && scale > 0 ? Infinity : 4 * size * (blur * (1 + Math.abs(gamma)) + 8);
    }
  }
  return { value, roundings };
}
