import { zeros } from "./zeros.js";

/**
 * A vector-valued function of one variable, tabulated at Chebyshev points of the first kind on the pieces of an interval
 * (which leave out the ends, where the function may be undefined) and interpolated by the barycentric formula (Berrut &
 * Trefethen, SIAM Review 46 (2004) 501, eqs. 4.2 and 5.3). Geometric
 * convergence in `count` where the function is analytic on a closed piece; stable everywhere on the piece.
 */
export class ChebyshevTable {
  readonly #f: (x: number) => readonly number[];
  readonly #breaks: readonly number[];
  readonly #count: number;
  readonly #pieces: ({ nodes: Float64Array; values: (readonly number[])[] } | undefined)[];

  /** `breaks` ascend and include both ends; a piece is tabulated when it is first asked for. `count` >= 2 points a piece. */
  constructor(f: (x: number) => readonly number[], breaks: readonly number[], count: number) {
    this.#f = f;
    this.#breaks = breaks;
    this.#count = count;
    this.#pieces = new Array(breaks.length - 1);
  }

  #piece(x: number): { nodes: Float64Array; values: (readonly number[])[] } {
    let p = 0;
    while (p + 2 < this.#breaks.length && x >= this.#breaks[p + 1]) p++;
    const known = this.#pieces[p];
    if (known !== undefined) return known;
    const middle = 0.5 * (this.#breaks[p] + this.#breaks[p + 1]);
    const half = 0.5 * (this.#breaks[p + 1] - this.#breaks[p]);
    const nodes = Float64Array.from(
      { length: this.#count },
      (_, j) => middle - half * Math.cos((Math.PI * (j + 0.5)) / this.#count),
    );
    const made = { nodes, values: Array.from(nodes, (node) => this.#f(node)) };
    this.#pieces[p] = made;
    return made;
  }

  /** The interpolated vector at x, which must lie between the first and the last break. */
  at(x: number): number[] {
    const { nodes, values } = this.#piece(x);
    const out = zeros(values[0].length);
    let total = 0;
    for (let j = 0; j < nodes.length; j++) {
      const distance = x - nodes[j];
      if (distance === 0) return values[j].slice();
      const weight = ((j % 2 === 0 ? 1 : -1) * Math.sin((Math.PI * (j + 0.5)) / nodes.length)) / distance;
      total += weight;
      const value = values[j];
      for (let i = 0; i < out.length; i++) out[i] += weight * value[i];
    }
    for (let i = 0; i < out.length; i++) out[i] /= total;
    return out;
  }
}
