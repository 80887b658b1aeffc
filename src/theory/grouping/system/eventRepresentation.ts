import { domainError } from "../../../numeric/domain.js";
import { assertShapes, list, madeBy, type Shape, text } from "../../../numeric/shape.js";
import { type JointLaw, marginalLaw } from "../probability/jointLaw.js";
import { jointShape } from "../probability/shapes.js";

/**
 * An event representation: a probability space with a set of named random elements. The space is the one of their joint law, on which they are the coordinates;
 * frozen. Source: Definition 2.
 */
export interface EventRepresentation {
  readonly names: readonly string[];
  /** One variable for each name. */
  readonly law: JointLaw;
}

export const representationShape: Shape = madeBy("eventRepresentation", "names", "law");

export const representationOf = (names: readonly string[], law: JointLaw): EventRepresentation =>
  Object.freeze({ names: Object.freeze([...names]), law });

/** The representation with these random elements. Throws TheoryError "domain" for equal names, and another number of variables. */
export function eventRepresentation(names: readonly string[], law: JointLaw): EventRepresentation {
  assertShapes({ names: list(text), law: jointShape }, { names, law });
  if (names.length !== law.sizes.length) {
    throw domainError("names", `${names.length} names`, `${law.sizes.length} names`, "Give one for each variable.");
  }
  const twice = names.findIndex((name, i) => names.indexOf(name) !== i);
  if (twice >= 0) throw domainError(`names[${twice}]`, `"${names[twice]}"`, "names that differ", "Rename it.");
  return representationOf(names, law);
}

/** The variables with these names. Throws TheoryError "domain" for a name that there is not. */
export function variablesNamed({ names }: EventRepresentation, wanted: readonly string[]): readonly number[] {
  return wanted.map((name) => {
    const place = names.indexOf(name);
    if (place >= 0) return place;
    throw domainError("names", `"${name}"`, `one of ${names.join(", ")}`, "Use names of its random elements.");
  });
}

/** The joint law of the named random elements, in that order. Throws TheoryError "domain" for a name that there is not, or twice. */
export function lawOfNamed(representation: EventRepresentation, names: readonly string[]): JointLaw {
  assertShapes({ representation: representationShape, names: list(text) }, { representation, names });
  return marginalLaw(representation.law, variablesNamed(representation, names));
}
