import { domainError } from "../../../numeric/domain.js";
import { assertShapes } from "../../../numeric/shape.js";
import { assertSameLaw } from "./checkedLaw.js";
import type { ProbabilitySpace } from "./probabilitySpace.js";
import { elementOf, isMeasurable, lawOf, type RandomElement } from "./randomElement.js";
import { counts, elementShape, extensionShape, spaceShape } from "./shapes.js";

/** A space that supports a copy of another one; frozen. */
export interface Extension {
  readonly base: ProbabilitySpace;
  readonly space: ProbabilitySpace;
  /** xi: the point of the base under each point of the space. Its law is that of the base. */
  readonly projection: readonly number[];
}

/**
 * The extension with that projection xi. Source: Definition A.4.
 * @throws TheoryError "domain" for a projection that is not measurable, or does not have the law of the base.
 */
export function extension(base: ProbabilitySpace, space: ProbabilitySpace, projection: readonly number[]): Extension {
  assertShapes({ base: spaceShape, space: spaceShape, projection: counts }, { base, space, projection });
  if (projection.length !== space.size || projection.some((point) => point >= base.size)) {
    const domain = `${space.size} points of the base, from 0 to ${base.size - 1}`;
    throw domainError("projection", `${projection.length} points`, domain, "Give the point under each point.");
  }
  if (!isMeasurable(space, projection, base.events)) {
    const domain = "a measurable map to the base";
    throw domainError("projection", "a map that tears an atom apart", domain, "Refine the events of the space.");
  }
  const identity = elementOf(
    base,
    base.weights.map((_, point) => point),
    base.events,
  );
  const found = lawOf(elementOf(space, projection, base.events));
  const remedy = "The extension keeps the law of what was there.";
  assertSameLaw("projection", found, lawOf(identity), { what: "the law of the base", remedy });
  return Object.freeze({ base, space, projection: Object.freeze([...projection]) });
}

/** The copy T(xi(omega)) on the extension of a random element of its base. Throws TheoryError "domain" for an element of another space. */
export function copyOf(extended: Extension, element: RandomElement): RandomElement {
  assertShapes({ extended: extensionShape, element: elementShape }, { extended, element });
  const { base, space, projection } = extended;
  if (element.space !== base) {
    const domain = "a random element of the base";
    throw domainError("element", "a map on another space", domain, "Pass one that is defined on the base.");
  }
  return elementOf(
    space,
    projection.map((point) => element.values[point]!),
    element.codomain,
  );
}
