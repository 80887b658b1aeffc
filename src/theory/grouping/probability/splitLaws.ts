import { domainError } from "../../../numeric/domain.js";
import { assertShapes, numbers } from "../../../numeric/shape.js";
import { conditionalMutualInformation } from "./conditionalMutualInformation.js";
import { type JointLaw, jointLawOf, marginalLaw } from "./jointLaw.js";
import type { MarkovKernel } from "./markovKernel.js";
import { posterior } from "./posterior.js";
import { assertModestSize, kernelShape } from "./shapes.js";

export interface SplitLaws {
  /** Of T2: nu Q. */
  readonly evidence: readonly number[];
  /** P(T3 | T2), a row for each state of T2; null for states of probability zero. */
  readonly posterior: readonly (readonly number[] | null)[];
  /** Of (T1, T2, T3). */
  readonly joint: JointLaw;
  /** P(T1, T3), a row for each state of T1. */
  readonly ends: readonly (readonly number[])[];
  /** I(T1; T3 | T2), nats: zero up to rounding. */
  readonly information: number;
}

/**
 * What a splitting extension makes of T1 and T2, by their laws alone: T3 has the law `law` (nu), T2 given T3 is drawn by `kernel` (Q), T1 given T2 by `before`,
 * and T1 is independent of T3 given T2. Source: Definition A.7.
 * @throws TheoryError "domain" where the sizes do not chain: `before` has a row for each column of `kernel`, `kernel` one for each state of nu.
 */
export function splitLaws(before: MarkovKernel, law: readonly number[], kernel: MarkovKernel): SplitLaws {
  assertShapes({ before: kernelShape, law: numbers, kernel: kernelShape }, { before, law, kernel });
  const { evidence, rows } = posterior(law, kernel);
  if (before.from !== evidence.length) {
    const remedy = "Give the law of T1 for each state of T2.";
    throw domainError("before", `${before.from} rows`, `${evidence.length} rows`, remedy);
  }
  const sizes = [before.to, kernel.to, kernel.from];
  assertModestSize("before", before.to * kernel.to * kernel.from);
  const weights = Array.from({ length: before.to }, (_, t1) =>
    rows.flatMap((row, t2) => (row ?? law).map((q) => before.rows[t2]![t1]! * evidence[t2]! * q)),
  ).flat();
  const joint = jointLawOf(sizes, weights);
  const flat = marginalLaw(joint, [0, 2]).weights;
  const ends = Array.from({ length: before.to }, (_, t1) =>
    Object.freeze(flat.slice(t1 * kernel.from, (t1 + 1) * kernel.from)),
  );
  const information = conditionalMutualInformation(joint, [0], [2], [1]);
  return Object.freeze({ evidence, posterior: rows, joint, ends: Object.freeze(ends), information });
}
