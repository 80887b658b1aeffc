/** Eqn. 3, 4 and 13 word for word: products of matrices as they are written, for one input. */
import { applyTo, type Matrix, multiply, transpose, zeros } from "../../../numeric/linearAlgebra/denseMatrix.js";
import type { RiskProblem } from "../../../theory/landscape/hessian/riskProblem.js";
import { hyperDualSignals, layersOf } from "./hyperDual.js";

/** The kinds of dg(h): gates h', their squares h' * h', which are the same for the ReLU, or values h. */
export type Diagonal = "slopes" | "squares" | "values";

export interface LayerReading {
  /** W_1, ..., W_{L-1}, alpha as a column; W_p at p. */
  readonly W: readonly Matrix[];
  readonly L: number;
  readonly x: readonly number[];
  /** dg(h_p), p = 1 .. L-1. */
  dg(p: number, kind?: Diagonal): Matrix;
}

const diagonal = (entries: readonly number[]): Matrix =>
  entries.map((entry, i) => entries.map((_, j) => (i === j ? entry : 0)));

/** The network at one of its inputs. */
export function readLayers(problem: RiskProblem, sample: number): LayerReading {
  const layers = layersOf(problem);
  const x = problem.X[sample]!;
  const activation = String(problem.activation ?? "relu");
  const signals = hyperDualSignals(layers, activation, x, [null, null]);
  const slopes = (p: number) =>
    layers[p - 1]![0]!.map((_, column) => {
      const moved = { layer: p - 1, row: null, column };
      return hyperDualSignals(layers, activation, x, [moved, null])[p - 1]!.h[column]![1];
    });
  return {
    W: [[], ...layers],
    L: layers.length,
    x,
    dg(p, kind = "slopes") {
      if (kind === "values") return diagonal(signals[p - 1]!.h.map(([value]) => value));
      return diagonal(slopes(p).map((slope) => (kind === "squares" ? slope * slope : slope)));
    },
  };
}

export function kronecker(a: Matrix, b: Matrix): number[][] {
  return a.flatMap((rowA) => b.map((rowB) => rowA.flatMap((left) => rowB.map((right) => left * right))));
}

const chain = (first: Matrix, ...rest: readonly Matrix[]): Matrix =>
  rest.reduce((product, next) => multiply(product, next), first);

/** x^T prod_{i < p} (W_i dg(h_i)), a row: (13c). */
export const forwardRow = ({ W, x, dg }: LayerReading, p: number): Matrix =>
  chain([x], ...Array.from({ length: p - 1 }, (_, k) => [W[k + 1]!, dg(k + 1)]).flat());

/** dg(h_q) prod_{k > q} (W_k dg(h_k)) alpha, a column: (13a) without l'; 1 for q = L. */
export function backwardColumn({ W, L, dg }: LayerReading, q: number, kind: Diagonal = "slopes"): Matrix {
  if (q === L) return [[1]];
  const factors = Array.from({ length: L - 1 - q }, (_, k) => [W[q + 1 + k]!, dg(q + 1 + k, kind)]).flat();
  return chain(dg(q, kind), ...factors, W[L]!);
}

/** prod_{j = p+1}^{q-1} (dg(h_j) W_j^T) dg(h_p), j descending from the left, or ascending: (13b). */
export function betweenLayers(
  { W, dg }: LayerReading,
  p: number,
  q: number,
  order: "descending" | "ascending",
): Matrix {
  const factors = Array.from({ length: q - 1 - p }, (_, k) => multiply(dg(p + 1 + k), transpose(W[p + 1 + k]!)));
  if (order === "descending") factors.reverse();
  const all = [...factors, dg(p)];
  return chain(all[0]!, ...all.slice(1));
}

export interface BlockReading {
  readonly order?: "descending" | "ascending";
  /** Of the layers from q on; default "slopes". */
  readonly above?: Diagonal;
}

/** H_pq of Eqn. 4 without l': vec W_q down, vec W_p across. */
export const equation4Block = (
  reading: LayerReading,
  [p, q]: readonly [number, number],
  { order = "descending", above = "slopes" }: BlockReading = {},
): number[][] =>
  kronecker(kronecker(backwardColumn(reading, q, above), betweenLayers(reading, p, q, order)), forwardRow(reading, p));

/** T = x^T prod W_i dg(h_i) alpha, Eqn. 3. */
export const equation3Output = (reading: LayerReading): number =>
  applyTo(transpose(reading.W[reading.L]!), forwardRow(reading, reading.L)[0]!)[0]!;

/** The pairs p < q <= L. */
export const pairsBelow = (L: number): readonly (readonly [number, number])[] =>
  Array.from({ length: L }, (_, k) => k + 1).flatMap((q) =>
    Array.from({ length: q - 1 }, (_, k) => [k + 1, q] as const),
  );

/** Where vec W_p begins in theta, p = 1 .. L at index p; the last is N. */
export function blockStarts({ W, L }: Pick<LayerReading, "W" | "L">): readonly number[] {
  const starts = [0, 0];
  for (let p = 1; p <= L; p++) starts.push(starts[p]! + W[p]!.length * W[p]![0]!.length);
  return starts;
}

/** The block of a matrix in theta with vec W_q down and vec W_p across. */
export const blockOf = (matrix: Matrix, starts: readonly number[], [p, q]: readonly [number, number]): Matrix =>
  matrix.slice(starts[q]!, starts[q + 1]!).map((row) => row.slice(starts[p]!, starts[p + 1]!));

/** Eqn. 5 without l': zero blocks on the diagonal, Eqn. 4 beside it. */
export function equation5Matrix(problem: RiskProblem, sample: number, above: Diagonal = "slopes"): number[][] {
  const reading = readLayers(problem, sample);
  const starts = blockStarts(reading);
  const matrix = zeros(starts.at(-1)!, starts.at(-1)!);
  for (const [p, q] of pairsBelow(reading.L)) {
    for (const [i, row] of equation4Block(reading, [p, q], { above }).entries()) {
      for (const [j, entry] of row.entries()) {
        matrix[starts[q]! + i]![starts[p]! + j] = entry;
        matrix[starts[p]! + j]![starts[q]! + i] = entry;
      }
    }
  }
  return matrix;
}
