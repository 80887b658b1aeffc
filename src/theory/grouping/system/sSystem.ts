/**
 * S-Systems: event representations M_s, s in a poset, each a conditional grouping extension of those below it. By a topological order, and with the fibre product
 * over shared ancestors in place of the plain product:
 *
 *   P(all) = prod_{minimal s} mu_s(x_s)  prod_{other s} nu_s(h_s | t_s) Q_s((t_s, h_s), h~_s),   t_s = the outputs of the immediate predecessors of s.
 *
 * Every M_s is the marginal of this law to the elements that are at most s. Works on every finite poset.
 * Source: Definition 3 and Algorithm 1; ours: the order of the builds, the fibre product, and sources at several minimal elements, independent of each other.
 */
import { domainError } from "../../../numeric/domain.js";
import { assertShapes, mapOf, numbers, settingsOf } from "../../../numeric/shape.js";
import { checkedLaw } from "../probability/checkedLaw.js";
import type { GroupingKernels } from "../probability/groupingExtension.js";
import { jointLawOf } from "../probability/jointLaw.js";
import { kernelShape } from "../probability/shapes.js";
import { type EventRepresentation, representationOf } from "./eventRepresentation.js";
import { fibreProduct } from "./fibreProduct.js";
import { groupedRepresentation, outputNames } from "./groupedRepresentation.js";
import { type Poset, posetShape } from "./poset.js";
import { maximalElements, topologicalOrder } from "./posetFacts.js";
import { predecessors } from "./predecessors.js";

export interface SSystemParts {
  /** The law of the measurements at each minimal element. */
  readonly sources: ReadonlyMap<string, readonly number[]>;
  /** Those of every other element s. The states of T are those of the outputs of its immediate predecessors, in the order of `elements`, row-major. */
  readonly kernels: ReadonlyMap<string, GroupingKernels>;
}

export interface SSystem {
  /** M_s by s: the random elements at and below s. */
  readonly representations: ReadonlyMap<string, EventRepresentation>;
  /** M_W: all random elements. */
  readonly whole: EventRepresentation;
}

const kernelsShape = settingsOf({ indicator: kernelShape, coupled: kernelShape });

export function assertParts(order: Poset, parts: SSystemParts): void {
  assertShapes({ order: posetShape }, { order });
  assertShapes(
    { parts: settingsOf({ sources: mapOf(numbers), kernels: mapOf(kernelsShape) }) },
    { parts: parts as unknown },
  );
}

/** The names of the random elements of s: its source, or H~ and H. */
const elementsAt = (order: Poset, s: string): readonly string[] =>
  predecessors(order, s).length === 0 ? [s] : outputNames(s);

export function sourceAt(s: string, { sources }: SSystemParts): EventRepresentation {
  const weights = sources.get(s);
  if (weights === undefined) {
    const domain = "a law for every minimal element";
    throw domainError(`sources.get(${s})`, "missing", domain, "Give the law of its measurements.");
  }
  const law = checkedLaw(`sources.get(${s})`, weights);
  return representationOf([s], jointLawOf([law.length], law));
}

/** The grouping extension at s of what lies below. */
export function groupedAt(
  order: Poset,
  s: string,
  below: EventRepresentation,
  { kernels }: SSystemParts,
): EventRepresentation {
  const own = kernels.get(s);
  if (own === undefined) {
    const domain = "kernels for every element that is not minimal";
    throw domainError(`kernels.get(${s})`, "missing", domain, "Give its indicator and coupled kernels.");
  }
  const inputs = predecessors(order, s).flatMap((p) => elementsAt(order, p));
  return groupedRepresentation(below, s, inputs, own);
}

/**
 * The S-System of these parts on any finite poset.
 * @throws TheoryError "domain" for missing parts, laws and kernels that do not normalise or do not fit, and more than 2^20 states.
 */
export function sSystem(order: Poset, parts: SSystemParts): SSystem {
  assertParts(order, parts);
  const built = new Map<string, EventRepresentation>();
  const glued = (elements: readonly string[]) => elements.map((p) => built.get(p)!).reduce(fibreProduct);
  for (const s of topologicalOrder(order)) {
    const inputs = predecessors(order, s);
    built.set(s, inputs.length === 0 ? sourceAt(s, parts) : groupedAt(order, s, glued(inputs), parts));
  }
  return Object.freeze({ representations: built, whole: glued(maximalElements(order)) });
}
