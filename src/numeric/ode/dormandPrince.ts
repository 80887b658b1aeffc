/**
 * Steps for y' = f(t, y): the pair of orders 5 and 4 of Dormand and Prince with local extrapolation, of the length that keeps the local error at
 * the tolerance, and the polynomial of order 4 between the ends of a step. Ours is a second embedded difference, which sees the kinks that
 * the first one misses.
 *
 * Source: J. R. Dormand, P. J. Prince, J. Comput. Appl. Math. 6 (1980) 19-26; Hairer, Norsett, Wanner, Solving Ordinary Differential
 * Equations I, II.4 (starting step, step control), II.6 (the polynomial).
 */
export type Derivative = (t: number, y: readonly number[]) => readonly number[];

// Rows of the tableau; the last row is the solution of order 5, and its derivative is the next step's first.
const nodes = [0, 1 / 5, 3 / 10, 4 / 5, 8 / 9, 1, 1];
const stages: readonly (readonly number[])[] = [
  [],
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
];
/** Order 5 minus order 4. */
const difference = [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40];
/**
 * Order 5 minus order 3, ours, times a number that makes it small beside the other where f is smooth. A kink at a few places in a step is invisible to
 * the one difference, and visible to the other.
 */
const lowDifference = [1, 0, -16 / 7, 3, 0, 0, -12 / 7].map((weight) => weight / 1000);

/** Weights of the polynomial's term theta^2 (1 - theta)^2; in the order of the slopes after a step, the newest first. */
const bend = [
  69997945 / 29380423,
  -12715105075 / 11282082432,
  0,
  87487479700 / 32700410799,
  -10690763975 / 1880347072,
  701980252875 / 199316789632,
  -1453857185 / 822651844,
];

interface StepStart {
  readonly t: number;
  readonly y: Float64Array;
  readonly h: number;
}

/** A point on the way, t and y, and the step behind it. */
export class DormandPrince {
  private y: Float64Array;
  private behind: StepStart;
  /** After a step: at its end, then those of its stages. */
  private slopes: Float64Array[];
  private length = 0;
  private rejected = false;

  constructor(
    private readonly derivative: Derivative,
    start: readonly number[],
    public t: number,
    private readonly limits: { readonly tolerance: number; readonly longest: number },
    private readonly counter: { left: number },
  ) {
    this.y = Float64Array.from(start);
    this.slopes = stages.map(() => new Float64Array(start.length));
    this.behind = { t, y: this.y, h: 0 };
    this.evaluate(this.slopes[0]!, t, this.y);
    this.chooseFirstStep();
  }

  /** A first guess from |y| and |y'|: an Euler step that changes y by a hundredth of its scale. The control repairs it. */
  private chooseFirstStep(): void {
    const { tolerance, longest } = this.limits;
    let change = 0;
    for (const [i, slope] of this.slopes[0]!.entries()) {
      change = Math.max(change, Math.abs(slope) / (1 + Math.abs(this.y[i]!)));
    }
    const guess = change > 0 ? (0.01 * Math.min(1, (tolerance * 1e6) ** 0.2)) / change : longest;
    this.length = Math.min(longest, Math.max(guess, 1e-12 * longest, 2 ** -48 * Math.abs(this.t)));
  }

  /** One step, tried with shorter lengths until it is accepted, not beyond `end`. False: evaluations used up, or the step fell to roundoff. */
  step(end: number): boolean {
    for (;;) {
      const rest = end - this.t;
      const last = this.length >= rest;
      // a tiny last step is shared with the one before it
      const h = last ? rest : Math.min(this.length, 0.5 * rest);
      if (this.t + h <= this.t || (!last && h < 2 ** -50 * Math.abs(this.t))) return false;
      if (this.counter.left < 6) return false;
      const next = this.stages(h);
      const size = next === null ? Number.POSITIVE_INFINITY : this.errorOf(next, h);
      if (size <= 1) {
        this.accept(next!, last ? end : this.t + h, h, size);
        return true;
      }
      this.rejected = true;
      this.length = h * (Number.isFinite(size) ? Math.max(0.1, 0.9 * size ** -0.2) : 0.1);
      if (this.length < 1e-300) return false;
    }
  }

  /** y at a time within the step just made, to the tolerance. */
  at(time: number): number[] {
    const { t, y, h } = this.behind;
    if (time === this.t) return Array.from(this.y);
    const theta = (time - t) / h;
    const rest = 1 - theta;
    return Array.from(y, (from, i) => {
      const change = this.y[i]! - from;
      const first = h * this.slopes[1]![i]! - change;
      const second = change - h * this.slopes[0]![i]! - first;
      const third = h * bend.reduce((sum, weight, k) => sum + weight * this.slopes[k]![i]!, 0);
      return from + theta * (change + rest * (first + theta * (second + rest * third)));
    });
  }

  /** y after a step of length h, and all slopes; null where something on the way is not finite. */
  private stages(h: number): Float64Array | null {
    let point = this.y;
    for (let s = 1; s < stages.length; s++) {
      const row = stages[s]!;
      point = new Float64Array(this.y.length);
      for (let i = 0; i < point.length; i++) {
        let sum = 0;
        for (let k = 0; k < s; k++) sum += row[k]! * this.slopes[k]![i]!;
        point[i] = this.y[i]! + h * sum;
        if (!Number.isFinite(point[i])) return null;
      }
      if (!this.evaluate(this.slopes[s]!, this.t + nodes[s]! * h, point)) return null;
    }
    return point;
  }

  /** Largest component of the estimated local error in units of the tolerance. */
  private errorOf(next: Float64Array, h: number): number {
    let size = 0;
    for (let i = 0; i < next.length; i++) {
      let high = 0;
      let low = 0;
      for (let k = 0; k < difference.length; k++) {
        high += difference[k]! * this.slopes[k]![i]!;
        low += lowDifference[k]! * this.slopes[k]![i]!;
      }
      const unit = this.limits.tolerance * (1 + Math.max(Math.abs(this.y[i]!), Math.abs(next[i]!)));
      size = Math.max(size, (Math.abs(h) * Math.max(Math.abs(high), Math.abs(low))) / unit);
    }
    return size;
  }

  private accept(next: Float64Array, t: number, h: number, size: number): void {
    const factor = Math.min(5, 0.9 * Math.max(size, 1e-10) ** -0.2);
    // right after a rejection a longer step would only be rejected again; a step cut off by the end says nothing against the length
    const proposed = this.rejected ? h * Math.min(1, factor) : Math.max(h * factor, this.length);
    this.length = Math.min(proposed, this.limits.longest);
    this.rejected = false;
    this.behind = { t: this.t, y: this.y, h };
    this.y = next;
    this.t = t;
    const last = this.slopes.pop()!;
    this.slopes.unshift(last);
  }

  /** False where f is not finite. */
  private evaluate(out: Float64Array, t: number, y: Float64Array): boolean {
    this.counter.left -= 1;
    const values = this.derivative(t, Array.from(y));
    for (let i = 0; i < out.length; i++) {
      if (!Number.isFinite(values[i])) return false;
      out[i] = values[i]!;
    }
    return true;
  }
}
