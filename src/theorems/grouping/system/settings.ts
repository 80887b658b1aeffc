import { seed, size } from "../ways/parameters.js";
import { orderClasses } from "../ways/randomOrders.js";

export const kind = {
  set: "choice",
  of: orderClasses,
  doc: 'Random orders: "any", "least" with a least element, "layers" with covers between adjacent layers only, "layers above one" with a least element below them.',
} as const;

/** Parameters of random orders. */
export const orders = { n: size(1, 9, "Elements."), kind, seed } as const;

/** Parameters of random S-Systems: their law has 4^n states at most. */
export const systems = { n: size(1, 5, "Elements."), kind, seed } as const;

/** Of the systems in tests: each random element has two states, sources have three. */
export const states = { source: 3, coupled: 2, indicator: 2 } as const;
