import type { Problem } from "../../problem.js";

/** Cells of the table; the noise of a path is a thousand times the error of interpolation. */
const CELLS = 1 << 15;

/** psi by linear interpolation on |u| <= sqrt(B-1), which no normalised value exceeds. */
export class ValueTable {
  readonly #values: Float64Array;
  readonly #scale: number;

  constructor({ psi, batch }: Problem) {
    const reach = Math.sqrt(batch - 1) * (1 + 1e-9);
    this.#scale = CELLS / (2 * reach);
    this.#values = Float64Array.from({ length: CELLS + 2 }, (_, k) => psi.value(reach * ((2 * k) / CELLS - 1)));
  }

  /** Replaces x_in by psi(x_in scale_n), row after row. NaN stays NaN. */
  apply(x: Float64Array, scales: Float64Array): void {
    const values = this.#values;
    const columns = scales.length;
    for (let at = 0; at < x.length; ) {
      for (let n = 0; n < columns; n++, at++) {
        const place = x[at]! * scales[n]! * this.#scale + CELLS / 2;
        const cell = place | 0;
        const value = values[cell]!;
        x[at] = value + (place - cell) * (values[cell + 1]! - value);
      }
    }
  }
}
