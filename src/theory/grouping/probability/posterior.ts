import { assertShapes, numbers } from "../../../numeric/shape.js";
import type { MarkovKernel } from "./markovKernel.js";
import { jointThrough, throughKernel } from "./markovKernel.js";
import { kernelShape } from "./shapes.js";

/** What Bayes' rule says. */
export interface Posterior {
  /** P(y) = sum_x p(x) Q(x, y). */
  readonly evidence: readonly number[];
  /** rows[y][x] = P(x | y); null for y of probability zero, where every law is a version of it. */
  readonly rows: readonly (readonly number[] | null)[];
}

/**
 * Bayes: P(x | y) = p(x) Q(x, y)/P(y), for a law p of x and a kernel Q. Source: standard; Definition A.7 uses it.
 * @throws TheoryError "domain" unless `law` is a law on the rows of the kernel.
 */
export function posterior(law: readonly number[], kernel: MarkovKernel): Posterior {
  assertShapes({ law: numbers, kernel: kernelShape }, { law, kernel });
  const evidence = throughKernel(law, kernel);
  const { weights } = jointThrough(law, kernel);
  const rows = evidence.map((total, y) => {
    if (total === 0) return null;
    return Object.freeze(law.map((_, x) => weights[x * kernel.to + y]! / total));
  });
  return Object.freeze({ evidence, rows: Object.freeze(rows) });
}
