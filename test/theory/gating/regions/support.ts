/** Random gating networks of tests, and their gates in doubles. */
import fc from "fast-check";

export interface Gates {
  readonly W: number[][][];
  readonly b: number[][];
}

export interface Sizes {
  readonly inputs?: number;
  readonly layers?: number;
  readonly width?: number;
}

const quarter = (most: number) => fc.integer({ min: -most, max: most }).map((k) => k / 4);

/** Layers of their own widths; entries are multiples of 1/4, so that sums of doubles are exact and ties occur. */
export const gates = ({ inputs = 2, layers = 3, width = 3 }: Sizes = {}): fc.Arbitrary<Gates> =>
  fc.array(fc.integer({ min: 1, max: width }), { minLength: 1, maxLength: layers }).chain((widths) =>
    fc.record({
      W: fc.tuple(
        ...widths.map((m, l) =>
          fc.array(
            fc.array(quarter(4), {
              minLength: l === 0 ? inputs : widths[l - 1]!,
              maxLength: l === 0 ? inputs : widths[l - 1]!,
            }),
            { minLength: m, maxLength: m },
          ),
        ),
      ),
      b: fc.tuple(...widths.map((m) => fc.array(quarter(2), { minLength: m, maxLength: m }))),
    }),
  );

/** Preactivations layer by layer. */
export function preactivations({ W, b }: Gates, x: readonly number[], kind: "relu" | "linear"): number[][] {
  const all: number[][] = [];
  for (const [l, rows] of W.entries()) {
    const below = all[l - 1] ?? x;
    const sent = l > 0 && kind === "relu" ? below.map((value) => Math.max(0, value)) : below;
    all.push(rows.map((row, i) => row.reduce((sum, w, j) => sum + w * sent[j]!, b[l]![i]!)));
  }
  return all;
}

export const patternAt = (network: Gates, x: readonly number[], kind: "relu" | "linear"): string[] =>
  preactivations(network, x, kind).map((layer) => layer.map((value) => Number(value >= 0)).join(""));

export const pathsOf = ({ W }: Gates): number[][] =>
  W.reduce<number[][]>((paths, rows) => paths.flatMap((path) => rows.map((_, i) => [...path, i])), [[]]);

/** Points of [-1, 1]^2 that the lines of these networks hardly meet: odd multiples of 1/64. */
export const lattice: readonly (readonly [number, number])[] = Array.from({ length: 32 }, (_, i) =>
  Array.from({ length: 32 }, (__, j) => [(2 * i - 31) / 64, (2 * j - 31) / 64].map((v) => 2 * v) as [number, number]),
).flat();
