/** Two-layer students that would interpolate, were they not a little off their teachers' hyperplanes. */
import type { BiasedTwoLayer } from "../../../theory/alignment/criticalPoints/alignmentCoefficients.js";
import { centralRow, gaussians, streamOf } from "../ways/randomObjects.js";
import { movedRow } from "./nearlyAligned.js";

export interface Misaligned {
  readonly student: string;
  readonly m: number;
  readonly digits: number;
  readonly seed: number;
}

/** Rows of two inputs; the last student is 1 everywhere, adds nothing where fan-outs of its two twins cancel, and observes every teacher. */
export function misalignedNetworks({ student, m, digits, seed }: Misaligned): {
  readonly teacher: BiasedTwoLayer;
  readonly student: BiasedTwoLayer;
} {
  const stream = streamOf(seed, 20);
  const W = Array.from({ length: m }, () => centralRow(stream, 2));
  const V = W.map(() => gaussians(stream, 2));
  const watcher = [0, 0, 1];
  const fanOut = gaussians(stream, 2);
  const rescaled = W.map((row) => row.map((entry) => 2 * entry));
  const moved = W.map((row) => movedRow(row, student === "rescaled" ? 0 : 10 ** -digits, 1, () => stream.next()));
  const rows = student === "rescaled" ? rescaled : moved;
  // fan-outs that undo the lengths, so that only the misalignment is left
  const lengths = rows.map((row, j) => Math.hypot(...row.slice(0, 2)) / Math.hypot(...W[j]!.slice(0, 2)));
  const fanOuts = V.map((v, j) => v.map((entry) => entry / lengths[j]!));
  return {
    teacher: { W, V },
    student: { W: [...rows, watcher, watcher], V: [...fanOuts, fanOut, fanOut.map((entry) => -entry)] },
  };
}
