import { assertShapes } from "../../../numeric/shape.js";
import { type Poset, posetShape } from "./poset.js";

/** What the while loop of Algorithm 1 does, as printed. */
export interface PrintedSweeps {
  /** s0: the least element, else the first minimal one. It is given, not built. */
  readonly start: string;
  /** The elements that each sweep builds, in the order of `elements`. */
  readonly sweeps: readonly (readonly string[])[];
  /** How often each element is built. */
  readonly counts: ReadonlyMap<string, number>;
  /** Builds before all lower covers had been built in an earlier sweep, in order of time; an element appears once for each such build. */
  readonly early: readonly string[];
  /** Whether every element but s0 is built once, and none early. */
  readonly wellPosed: boolean;
}

/**
 * Sweeps from s0: each builds the immediate successors of what the one before it built. It is well posed if and only if the order has a least element and is graded.
 * Source: Algorithm 1, with the predecessors that Algorithm 2 means.
 * @throws TheoryError "domain" for anything but a poset.
 */
export function printedSweeps(order: Poset): PrintedSweeps {
  assertShapes({ order: posetShape }, { order });
  const { elements, covers, coveredBy } = order;
  const start = coveredBy.findIndex((below) => below.length === 0);
  const counts = elements.map(() => 0);
  const built = new Set([start]);
  const [sweeps, early]: [string[][], string[]] = [[], []];
  const next = (from: readonly number[]) => [...new Set(from.flatMap((x) => covers[x]!))].sort((x, y) => x - y);
  for (let sweep = next([start]); sweep.length > 0; sweep = next(sweep)) {
    sweeps.push(sweep.map((x) => elements[x]!));
    for (const x of sweep) {
      counts[x]! += 1;
      if (coveredBy[x]!.some((y) => !built.has(y))) early.push(elements[x]!);
    }
    for (const x of sweep) built.add(x);
  }
  return Object.freeze({
    start: elements[start]!,
    sweeps: Object.freeze(sweeps.map((sweep) => Object.freeze(sweep))),
    counts: new Map(elements.map((name, x) => [name, counts[x]!])),
    early: Object.freeze(early),
    wellPosed: early.length === 0 && counts.every((count, x) => count === (x === start ? 0 : 1)),
  });
}
