/**
 * Nodes and weights refined from the three-term recurrence of the orthonormal polynomials p_0 = 1, p_1, ...
 *
 *   x p_k = b_{k+1} p_{k+1} + a_k p_k + b_k p_{k-1},    K(x) = sum_{k<n} p_k(x)^2,    weight = 1 / K(node)
 *   Newton on p_n / p_{n-1}:   dx = -b_n p_n p_{n-1} / K   (confluent Christoffel-Darboux, DLMF 18.2.13)
 *
 * One pass gives the step and the weight. All terms of K are positive and weights are relative to a total mass of 1, so no
 * Gamma function appears and no parameter overflows; K beyond 1e280 is carried with a scale.
 *
 * Ours: the edge form. With R_k = p_k / p_k(end), a measure with an end at distance s = 0 obeys
 *   -s R_k = up_k (R_{k+1} - R_k) - down_k (R_k - R_{k-1}),    up_k, down_k > 0,
 * which never forms 1 - s: nodes keep *relative* accuracy in their distance to the end, and so do weights.
 */

const BIG = 1e280;
const SMALL = 1e-280;
const ROOT_SMALL = 1e-140;

export interface CentreRecurrence {
  /** a_0 .. a_{n-1}, possibly all relative to a common origin. */
  readonly diagonal: Float64Array;
  /** b_1 .. b_{n-1}. */
  readonly off: Float64Array;
  readonly inverseOff: Float64Array;
}

export interface EdgeRecurrence {
  /** sqrt(down_k up_{k-1}) / up_k, k = 0 .. n-1 (0 at k = 0). */
  readonly carry: Float64Array;
  /** 1 / up_k, k = 0 .. n-1. */
  readonly inverseUp: Float64Array;
  /** sqrt(up_k / down_{k+1}), k = 0 .. n-2. */
  readonly growth: Float64Array;
}

export function centreRecurrence(diagonal: Float64Array, off: Float64Array): CentreRecurrence {
  return { diagonal, off, inverseOff: off.map((b) => 1 / b) };
}

/** `up(k)` for k = 0 .. n-1, `down(k)` for k = 1 .. n-1. */
export function edgeRecurrence(n: number, up: (k: number) => number, down: (k: number) => number): EdgeRecurrence {
  const carry = new Float64Array(n);
  const inverseUp = new Float64Array(n);
  const growth = new Float64Array(Math.max(0, n - 1));
  let before = 0;
  for (let k = 0; k < n; k++) {
    const here = up(k);
    inverseUp[k] = 1 / here;
    if (k > 0) {
      const back = down(k);
      carry[k] = Math.sqrt(back * before) / here;
      growth[k - 1] = Math.sqrt(before / back);
    }
    before = here;
  }
  return { carry, inverseUp, growth };
}

/** A node and its weight, refined in place; `step` is the last Newton step, the weight belongs to `node - step`. */
export interface Refined {
  node: number;
  weight: number;
  step: number;
}

/** One pass of the centre form at `out.node`: sets weight and step, then moves the node by the step. */
export function centrePass(recurrence: CentreRecurrence, out: Refined): void {
  const { diagonal, off, inverseOff } = recurrence;
  const last = diagonal.length - 1;
  const x = out.node;
  let before = 0;
  let p = 1;
  let sum = 1;
  let scale = 1;
  for (let k = 0; k < last; k++) {
    const next = ((x - diagonal[k]) * p - (k > 0 ? off[k - 1] * before : 0)) * inverseOff[k];
    before = p;
    p = next;
    sum += p * p;
    if (sum > BIG) {
      before *= ROOT_SMALL;
      p *= ROOT_SMALL;
      sum *= SMALL;
      scale *= SMALL;
    }
  }
  const end = (x - diagonal[last]) * p - (last > 0 ? off[last - 1] * before : 0);
  out.weight = scale / sum;
  out.step = -end * (p / sum);
  out.node = x + out.step;
}

/** One pass of the edge form; `out.node` is the distance s > 0 to the end. */
export function edgePass(recurrence: EdgeRecurrence, out: Refined): void {
  const { carry, inverseUp, growth } = recurrence;
  const last = inverseUp.length - 1;
  const s = out.node;
  let p = 1;
  let d = 0;
  let sum = 1;
  let scale = 1;
  for (let k = 0; k < last; k++) {
    d = carry[k] * d - s * p * inverseUp[k];
    p = growth[k] * (p + d);
    sum += p * p;
    if (sum > BIG) {
      d *= ROOT_SMALL;
      p *= ROOT_SMALL;
      sum *= SMALL;
      scale *= SMALL;
    }
  }
  d = carry[last] * d - s * p * inverseUp[last];
  out.weight = scale / sum;
  out.step = ((p + d) / inverseUp[last]) * (p / sum);
  out.node = s + out.step;
}

/**
 * Newton until the step is at rounding level or stops shrinking; the weight is then that of the returned node to within
 * one rounding of the node.
 */
export function refine(pass: (out: Refined) => void, start: number): Refined {
  const out: Refined = { node: start, weight: 0, step: 0 };
  let previous = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 12; i++) {
    pass(out);
    const size = Math.abs(out.step);
    if (size <= 2 ** -52 * Math.abs(out.node) || size >= previous / 2) break;
    previous = size;
  }
  return out;
}
