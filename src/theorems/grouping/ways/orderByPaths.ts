/** Facts about an order from its generators, by following paths: none of the closures and covers of the theory. */
import type { Generators } from "./randomOrders.js";
import { range } from "./randomSpaces.js";

/** Elements that a path of generators reaches from x, without x. */
export function reachable({ pairs }: Generators, x: number): ReadonlySet<number> {
  const found = new Set<number>();
  const visit = (from: number): void => {
    for (const [low, high] of pairs) {
      if (low !== from || found.has(high)) continue;
      found.add(high);
      visit(high);
    }
  };
  visit(x);
  return found;
}

/** less[x] has y where x < y. */
export const relation = (generators: Generators): readonly ReadonlySet<number>[] =>
  range(generators.n).map((x) => reachable(generators, x));

/** Whether y covers x: x < y and nothing between. */
export const covers = (less: readonly ReadonlySet<number>[], x: number, y: number): boolean =>
  less[x]!.has(y) && !less.some((above, z) => less[x]!.has(z) && above.has(y));

/** Lengths of the maximal chains from x to y. */
function chainLengths(less: readonly ReadonlySet<number>[], x: number, y: number): ReadonlySet<number> {
  if (x === y) return new Set([0]);
  const lengths = new Set<number>();
  for (const z of less.keys()) {
    if (!covers(less, x, z) || !(z === y || less[z]!.has(y))) continue;
    for (const length of chainLengths(less, z, y)) lengths.add(length + 1);
  }
  return lengths;
}

/** Whether some element is below all others, and all maximal chains from it to each element are equally long. */
export function hasLeastAndIsGraded(generators: Generators): boolean {
  const less = relation(generators);
  const least = less.findIndex((above) => above.size === generators.n - 1);
  if (least < 0) return false;
  return range(generators.n).every((y) => chainLengths(less, least, y).size === 1);
}

/** Whether any two elements are comparable. */
export function isChain(generators: Generators): boolean {
  const less = relation(generators);
  return range(generators.n).every((x) =>
    range(generators.n).every((y) => x === y || less[x]!.has(y) || less[y]!.has(x)),
  );
}
