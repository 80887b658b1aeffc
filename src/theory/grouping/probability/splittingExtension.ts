import { domainError } from "../../../numeric/domain.js";
import { assertShapes, numbers } from "../../../numeric/shape.js";
import { assertSameLaw, checkedLaw } from "./checkedLaw.js";
import { type ConditioningExtension, conditioningExtension } from "./conditioningExtension.js";
import { kernelOf, type MarkovKernel, throughKernel } from "./markovKernel.js";
import { posterior } from "./posterior.js";
import { lawOf, type RandomElement } from "./randomElement.js";
import { elementShape, kernelShape } from "./shapes.js";

/** An extension with T3 such that T2 given T3 has a given law. */
export interface SplittingExtension extends ConditioningExtension {
  /** P(T3 | T2), one row a state of T2. Where T2 has probability zero, the law of T3: any law is a version there. */
  readonly given: MarkovKernel;
}

/**
 * A random element T3 of law `law` (nu) with T2 given T3 of law `kernel` (Q), for T2 = `element` whose law is nu Q: T3 given T2 is drawn by Bayes' rule, given
 * T2 alone. So every T1 that was there is conditionally independent of T3 given T2. In the result `original` is T2 and `external` is T3.
 * Source: Definition A.7.
 * @throws TheoryError "domain" where the law of T2 is not sum_t nu(t) Q(t, .) within 1e-9: such a T3 does not exist.
 */
export function splittingExtension(
  element: RandomElement,
  law: readonly number[],
  kernel: MarkovKernel,
): SplittingExtension {
  assertShapes({ element: elementShape, law: numbers, kernel: kernelShape }, { element, law, kernel });
  const states = element.codomain.blocks.length;
  if (kernel.to !== states) {
    const remedy = "Rows are laws on the states of T2.";
    throw domainError("kernel", `${kernel.to} columns`, `${states} columns`, remedy);
  }
  const remedy = "T2 splits only where its law is the mixture of the kernel's rows.";
  assertSameLaw("element", lawOf(element), throughKernel(law, kernel), { what: "sum_t nu(t) Q(t, .)", remedy });
  const nu = checkedLaw("law", law);
  const given = kernelOf(posterior(nu, kernel).rows.map((row) => row ?? nu));
  return Object.freeze({ ...conditioningExtension(element, given), given });
}
