/** Random points of a theorem that anyone can have again: each is a pure function of the theorem and a number. */
import { sample } from "fast-check";
import type { Theorem } from "../../theorems/theorem.js";
import { arbitraryOf } from "../arbitraries/arbitraryOf.js";
import { valuesOf } from "../arbitraries/valuesOf.js";
import { areMet } from "../assumptions.js";
import type { ParameterValue, Point } from "../point.js";
import { seedOf } from "../seedOf.js";

/** A theorem whose assumptions so many points of its domains miss has none that is found by chance. */
const MOST = 400;

/**
 * The random admissible point of a number, from 1 up: edges of the domains and their interior, as the checks have them.
 * Null where no point of the domains was found that meets the assumptions.
 */
export function drawnPoint(theorem: Theorem, number: number): Point | null {
  const { id, parameters, assumptions } = theorem;
  const source = valuesOf(parameters);
  for (let attempt = 0; attempt < MOST; attempt++) {
    const [values] = sample(source, { seed: seedOf(number, `${id}/${attempt}`), numRuns: 1 });
    const point = { ...(values as Point) };
    if (areMet(parameters, assumptions, point)) return point;
  }
  return null;
}

/** A value of one parameter; `known` has the sizes it refers to. Throws a RangeError where it has not. */
export function drawnValue({ id, parameters }: Theorem, name: string, known: Point, number: number): ParameterValue {
  const seed = seedOf(number, `${id}/${name}`);
  return sample(arbitraryOf(parameters[name]!, known), { seed, numRuns: 1 })[0]!;
}
