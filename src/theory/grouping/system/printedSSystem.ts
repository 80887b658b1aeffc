import { domainError } from "../../../numeric/domain.js";
import type { EventRepresentation } from "./eventRepresentation.js";
import { plainProduct } from "./fibreProduct.js";
import type { Poset } from "./poset.js";
import { maximalElements } from "./posetFacts.js";
import { predecessors } from "./predecessors.js";
import { printedSweeps } from "./printedSweeps.js";
import { assertParts, groupedAt, type SSystem, type SSystemParts, sourceAt } from "./sSystem.js";

/**
 * Algorithm 1 as printed: sweeps upwards from s0, and the plain product of the predecessors' spaces. Where predecessors share ancestors, these are duplicated:
 * later copies have primes, "x'", and are independent of the first. Predecessors are the immediate ones, which Algorithm 2 means.
 * Source: Algorithm 1.
 * @throws TheoryError "domain" as `sSystem`, and for orders on which the sweeps build elements before their inputs, twice, or never: those without a least element, or
 * not graded. For a single element, whose printed output is a product of no spaces, the source is returned.
 */
export function printedSSystem(order: Poset, parts: SSystemParts): SSystem {
  assertParts(order, parts);
  const { start, sweeps, counts, early, wellPosed } = printedSweeps(order);
  if (!wellPosed) {
    const wrong = early[0] ?? order.elements.find((s) => s !== start && counts.get(s) !== 1)!;
    const value = early.includes(wrong)
      ? `${wrong} is built before its inputs`
      : `${wrong} is built ${counts.get(wrong)} times`;
    const domain = "a graded order with a least element";
    throw domainError("order", value, domain, "Use sSystem: it follows a topological order.");
  }
  const built = new Map<string, EventRepresentation>([[start, sourceAt(start, parts)]]);
  const product = (elements: readonly string[]) => elements.map((p) => built.get(p)!).reduce(plainProduct);
  for (const s of sweeps.flat()) built.set(s, groupedAt(order, s, product(predecessors(order, s)), parts));
  return Object.freeze({ representations: built, whole: product(maximalElements(order)) });
}
