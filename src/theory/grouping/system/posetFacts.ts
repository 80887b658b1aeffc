import { assertShapes } from "../../../numeric/shape.js";
import { type Poset, posetShape } from "./poset.js";

const checked = (order: Poset): Poset => {
  assertShapes({ order: posetShape }, { order });
  return order;
};

/** Elements with nothing below, in the order of `elements`. */
export function minimalElements(order: Poset): readonly string[] {
  const { elements, coveredBy } = checked(order);
  return Object.freeze(elements.filter((_, x) => coveredBy[x]!.length === 0));
}

/** Elements with nothing above. */
export function maximalElements(order: Poset): readonly string[] {
  const { elements, covers } = checked(order);
  return Object.freeze(elements.filter((_, x) => covers[x]!.length === 0));
}

/** The element that is less than all others; null where there are several minimal ones. */
export function leastElement(order: Poset): string | null {
  const minimal = minimalElements(order);
  return minimal.length === 1 ? minimal[0]! : null;
}

/**
 * A rank for each element, one more than that of each element it covers, 0 at the lowest of each connected part; null where there is none. With a least
 * element there is one if and only if all maximal chains between any two elements have the same length.
 */
export function ranks(order: Poset): readonly number[] | null {
  const { elements, covers, coveredBy } = checked(order);
  const rank: (number | undefined)[] = elements.map(() => undefined);
  for (let start = 0; start < elements.length; start++) {
    if (rank[start] !== undefined) continue;
    rank[start] = 0;
    const part = [start];
    for (const x of part) {
      const steps = [...covers[x]!.map((y) => [y, 1] as const), ...coveredBy[x]!.map((y) => [y, -1] as const)];
      for (const [y, step] of steps) {
        if (rank[y] === undefined) part.push(y);
        rank[y] ??= rank[x]! + step;
        if (rank[y] !== rank[x]! + step) return null;
      }
    }
    const lowest = part.reduce((least, x) => Math.min(least, rank[x]!), 0);
    for (const x of part) rank[x] = rank[x]! - lowest;
  }
  return Object.freeze(rank as number[]);
}

/** Whether there are ranks. Throws TheoryError "domain" for anything but a poset. */
export const isGraded = (order: Poset): boolean => ranks(order) !== null;

/** All elements, each after all that are less; among those that are free to come next the first in `elements`. */
export function topologicalOrder(order: Poset): readonly string[] {
  const { elements, covers, coveredBy } = checked(order);
  const missing = coveredBy.map((below) => below.length);
  const free = elements.flatMap((_, x) => (missing[x] === 0 ? [x] : []));
  const sorted: string[] = [];
  while (free.length > 0) {
    const x = free.splice(free.indexOf(Math.min(...free)), 1)[0]!;
    sorted.push(elements[x]!);
    for (const y of covers[x]!) {
      missing[y]! -= 1;
      if (missing[y] === 0) free.push(y);
    }
  }
  return Object.freeze(sorted);
}
