import { domainError } from "../../../numeric/domain.js";
import { assertShapes } from "../../../numeric/shape.js";
import { copyOf, type Extension } from "./extension.js";
import type { MarkovKernel } from "./markovKernel.js";
import { discretePartition, partitionBy } from "./partition.js";
import { spaceOf } from "./probabilitySpace.js";
import { atomsOf, elementOf, type RandomElement } from "./randomElement.js";
import { assertModestSize, elementShape, kernelShape } from "./shapes.js";

/** An extension with one new random element. */
export interface ConditioningExtension extends Extension {
  /** T1 on the new space. */
  readonly original: RandomElement;
  /** T2, of law Q(T1, .) given T1. */
  readonly external: RandomElement;
}

/**
 * The space Omega x E2 with mu({(omega, t)}) = mu({omega}) Q(T1(omega), {t}), T1(omega, t) = T1(omega) and T2(omega, t) = t: T2 given all of the base has the law
 * Q(T1, .), and the law of what was there is kept. The kernel has a row for each atom of T1's codomain. Point (omega, t) is omega |E2| + t.
 * Source: Definition A.6.
 * @throws TheoryError "domain" for a kernel with another number of rows, and products of more than 2^20 points.
 */
export function conditioningExtension(element: RandomElement, kernel: MarkovKernel): ConditioningExtension {
  assertShapes({ element: elementShape, kernel: kernelShape }, { element, kernel });
  const { space: base, codomain } = element;
  if (kernel.from !== codomain.blocks.length) {
    const domain = `${codomain.blocks.length} rows`;
    throw domainError("kernel", `${kernel.from} rows`, domain, "Give one for each state of the random element.");
  }
  const { to } = kernel;
  assertModestSize("kernel", base.size * to);
  const states = atomsOf(element);
  const points = Array.from({ length: base.size * to }, (_, point) => point);
  const projection = points.map((point) => Math.floor(point / to));
  const weights = points.map((point) => {
    const omega = projection[point]!;
    return base.weights[omega]! * kernel.rows[states[omega]!]![point % to]!;
  });
  const events = partitionBy(points.map((point) => base.events.blockOf[projection[point]!]! * to + (point % to)));
  const space = spaceOf(weights, events);
  const extended = Object.freeze({ base, space, projection: Object.freeze(projection) });
  const external = elementOf(
    space,
    points.map((point) => point % to),
    discretePartition(to),
  );
  return Object.freeze({ ...extended, original: copyOf(extended, element), external });
}
