import { type Arbitrary, array, oneof } from "fast-check";
import { type RealRange, reals } from "./reals.js";

/** `length` reals of the range; all equal now and then. */
export function vectors(length: number, range: RealRange): Arbitrary<readonly number[]> {
  const entry = reals(range);
  return oneof(
    { weight: 5, arbitrary: array(entry, { minLength: length, maxLength: length }) },
    { weight: 1, arbitrary: entry.map((x) => new Array<number>(length).fill(x)) },
  );
}
