/**
 * A vector-valued function of one variable, tabulated at Chebyshev points of the first kind on the pieces of an interval
 * (which leave out the ends, where the function may be undefined) and interpolated by the barycentric formula (Berrut &
 * Trefethen, SIAM Review 46 (2004) 501, eqs. 4.2 and 5.3). On a piece that starts at 0 the variable is x itself. On the
 * others it is w in log x = log a + (log b - log a) w^2 (3 - 2w): functions of tau/x are smooth in log x, and half-integer
 * powers of the distance to a break are smooth in w. Geometric convergence in `count` where the function is analytic in that
 * variable (the choice of variables is ours).
 */
import { zeros } from "./zeros.js";

type Vector = readonly number[];

interface Piece {
  readonly from: number;
  readonly to: number;
  /** Nodes in [0, 1]. */
  readonly nodes: Float64Array;
  readonly values: readonly Vector[];
}

const smoothStep = (w: number) => w * w * (3 - 2 * w);
/** The inverse of `smoothStep` on [0, 1]. */
const inverseSmoothStep = (u: number) => 0.5 - Math.sin(Math.asin(Math.max(-1, Math.min(1, 1 - 2 * u))) / 3);

const toVariable = (x: number, a: number, b: number) =>
  a === 0 ? x / b : inverseSmoothStep(Math.log(x / a) / Math.log(b / a));
const fromVariable = (w: number, a: number, b: number) => (a === 0 ? w * b : a * (b / a) ** smoothStep(w));

export class ChebyshevTable {
  readonly #f: (x: number) => Vector;
  readonly #breaks: readonly number[];
  readonly #count: number;
  readonly #pieces: (Piece | undefined)[];

  /**
   * `breaks` >= 0 ascend and include both ends; a piece is tabulated when it is first asked for, at `count` >= 2 points.
   */
  constructor(f: (x: number) => Vector, breaks: readonly number[], count: number) {
    this.#f = f;
    this.#breaks = breaks;
    this.#count = count;
    this.#pieces = new Array(breaks.length - 1);
  }

  #piece(x: number): Piece {
    let p = 0;
    while (p + 2 < this.#breaks.length && x >= this.#breaks[p + 1]) p++;
    const known = this.#pieces[p];
    if (known !== undefined) return known;
    const [from, to] = [this.#breaks[p], this.#breaks[p + 1]];
    const nodes = new Float64Array(this.#count);
    for (let j = 0; j < nodes.length; j++) nodes[j] = 0.5 - 0.5 * Math.cos((Math.PI * (j + 0.5)) / nodes.length);
    const made = { from, to, nodes, values: Array.from(nodes, (node) => this.#f(fromVariable(node, from, to))) };
    this.#pieces[p] = made;
    return made;
  }

  /** The interpolated vector at x, which must lie between the first and the last break. */
  at(x: number): number[] {
    const { from, to, nodes, values } = this.#piece(x);
    const place = toVariable(x, from, to);
    const out = zeros(values[0].length);
    let total = 0;
    for (let j = 0; j < nodes.length; j++) {
      const distance = place - nodes[j];
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
