import { sSystem } from "../../../theory/grouping/system/sSystem.js";
import { orderOf } from "../ways/randomOrders.js";
import { randomParts } from "../ways/randomSystems.js";
import { states } from "./settings.js";

const fork = {
  n: 3,
  pairs: [
    [0, 1],
    [0, 2],
  ] as const,
};

/** M_1 and M_2 over one source with m states, and the parts. */
export function branches(m: number, own: number) {
  const parts = randomParts(own, fork, { ...states, source: m });
  const { representations } = sSystem(orderOf(fork), parts);
  return { parts, first: representations.get("s1")!, second: representations.get("s2")! };
}
