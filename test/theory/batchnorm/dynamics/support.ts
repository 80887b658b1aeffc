import { activation } from "../../../../src/symbolic/activation/create.js";
import { type Attractor, attractorNear } from "../../../../src/theory/batchnorm/dynamics/attractor.js";
import type { BlockState, Pair } from "../../../../src/theory/batchnorm/dynamics/blocks/blockState.js";
import { makeProblem } from "../../../../src/theory/batchnorm/problem.js";

export const problemOf = (text: string, batch: number, epsilon = 0) =>
  makeProblem({ activation: activation(text), batch, epsilon });

/** The dense centred covariance of a state. */
export function dense({ sizes: [one, two], between, within }: BlockState): number[][] {
  const batch = one + two;
  const v = (i: number) => (i < one ? Math.sqrt(two / (one * batch)) : -Math.sqrt(one / (two * batch)));
  return Array.from({ length: batch }, (_, i) =>
    Array.from({ length: batch }, (_, j) => {
      const same = i === j ? 1 : 0;
      const a = i < one && j < one ? within[0] * (same - 1 / one) : 0;
      const b = i >= one && j >= one ? within[1] * (same - 1 / two) : 0;
      return between * v(i) * v(j) + a + b;
    }),
  );
}

/** The attractor of the given group sizes; the second group starts as `rest`, in units of its spread. */
export function attractorOf(text: string, sizes: Pair, rest = 0.01, epsilon = 0): Attractor {
  const start = { sizes, between: 4, within: [sizes[0] > 1 ? 1 : 0, rest] } as const;
  const found = attractorNear(problemOf(text, sizes[0] + sizes[1], epsilon), start);
  if (found === null) throw new Error(`no attractor of ${text} with ${sizes.join(" + ")}`);
  return found;
}
