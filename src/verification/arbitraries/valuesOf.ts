import { type Arbitrary, constant, record } from "fast-check";
import type { Parameters, Values } from "../../theorems/domain.js";
import { sizeParameters } from "../domains/sizeIn.js";
import { type Point, valuesAt } from "../point.js";
import { arbitraryOf } from "./arbitraryOf.js";

function together(parameters: Parameters, names: readonly string[], known: Point): Arbitrary<Point> {
  if (names.length === 0) return constant({});
  const entries = names.map((name) => [name, arbitraryOf(parameters[name]!, known)]);
  return record<Point>(Object.fromEntries(entries), { noNullPrototype: true });
}

/** Points of a theorem's parameters; assumptions beyond the domains are not looked at. Sizes are drawn first. */
export function valuesOf<const P extends Parameters>(parameters: P): Arbitrary<Values<P>> {
  const names = Object.keys(parameters);
  const dependent = names.filter((name) => sizeParameters(parameters[name]!).length > 0);
  const first = together(
    parameters,
    names.filter((name) => !dependent.includes(name)),
    {},
  );
  if (dependent.length === 0) return first.map((point) => valuesAt<P>(point));
  return first.chain((known) =>
    together(parameters, dependent, known).map((rest) => {
      const all: Point = { ...known, ...rest };
      return valuesAt<P>(Object.fromEntries(names.map((name) => [name, all[name]!])));
    }),
  );
}
