/** The descent direction of a two-layer ReLU student on a batch of samples: what SGD sees of `populationGradient`. */
import type { TwoLayer } from "../../../theory/alignment/population/twoLayer.js";

interface Direction {
  readonly W: number[][];
  readonly V: number[][];
}

/** relu(w.x), or 0. */
const activation = ([a, b]: readonly number[], x: number, y: number): number => Math.max(0, a! * x + b! * y);

/**
 * Minus the gradient of 1/2 mean |e|^2 over the inputs (x, y), (x, y), ... of `batch`, e = sum_j v*_j f*_j - sum_k v_k f_k: the rows
 * mean[z_k (e.v_k) x] of W and mean[f_k e] of V.
 */
export function sampleGradient({ W, V }: TwoLayer, teacher: TwoLayer, batch: Float64Array): Direction {
  const outputs = V[0]!.length;
  const sum: Direction = { W: W.map(() => [0, 0]), V: V.map(() => new Array<number>(outputs).fill(0)) };
  const share = 2 / batch.length;
  for (let i = 0; i < batch.length; i += 2) {
    const [x, y] = [batch[i]!, batch[i + 1]!];
    const residual = new Array<number>(outputs).fill(0);
    const own = W.map((w) => activation(w, x, y));
    const add = (fanOut: readonly number[], amount: number) => {
      if (amount !== 0) for (let o = 0; o < outputs; o++) residual[o]! += amount * fanOut[o]!;
    };
    for (const [j, w] of teacher.W.entries()) add(teacher.V[j]!, activation(w, x, y));
    for (const [k, f] of own.entries()) add(V[k]!, -f);
    for (const [k, f] of own.entries()) {
      if (f === 0) continue;
      let along = 0;
      for (let o = 0; o < outputs; o++) {
        along += residual[o]! * V[k]![o]!;
        sum.V[k]![o]! += share * f * residual[o]!;
      }
      sum.W[k]![0]! += share * along * x;
      sum.W[k]![1]! += share * along * y;
    }
  }
  return sum;
}
