import { type Arbitrary, constantFrom, integer, oneof } from "fast-check";
import { simplerNumbers } from "./reals.js";
import { simplifiedBy } from "./simplifiedBy.js";

export interface IntegerRange {
  readonly min: number;
  readonly max: number;
}

/** Where algorithms in the batch size change. */
const special = [2, 3, 4, 5, 6, 7, 8, 9, 16, 17, 64, 512, 1e4, 1e6];
const STEPS = 2 ** 20;

/** Both ends and their neighbours, sizes where algorithms change, magnitudes over all decades, the interior. */
export function integers({ min, max }: IntegerRange): Arbitrary<number> {
  const inside = (n: number) => n >= min && n <= max;
  const edges = [...new Set([min, min + 1, min + 2, ...special, max - 1, max])].filter(inside);
  const base = Math.max(1, Math.abs(min));
  const decades = integer({ min: 0, max: STEPS }).map((k) => {
    const n = Math.round(base * (Math.max(base, max) / base) ** (k / STEPS));
    return Math.min(Math.max(n, min), max);
  });
  const source = oneof(
    { weight: 3, arbitrary: constantFrom(...edges) },
    { weight: 2, arbitrary: decades },
    { weight: 2, arbitrary: integer({ min, max }) },
  );
  return simplifiedBy(source, (n) => simplerNumbers({ min, max }, n).filter(Number.isInteger));
}

/** Batch sizes: 4, 5, 6, 8, 64, 10^4, 10^6 among them, as far as they lie in the range. */
export const batchSizes = ({ min = 4, max = 1e6 }: Partial<IntegerRange> = {}): Arbitrary<number> =>
  integers({ min, max });
