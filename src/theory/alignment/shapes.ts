/** The shapes of what this area's functions are given: see numeric/shape.ts. */
import {
  anyMatrix,
  having,
  list,
  madeBy,
  matrix,
  modest,
  numbers,
  optional,
  record,
  type Shape,
  vector,
} from "../../numeric/shape.js";

export const networkShape: Shape = madeBy("reluNetwork", "layers", "widths");
export const twoLayerShape: Shape = record({ W: matrix, V: matrix });
/** What polytope() returns. */
export const polytopeShape: Shape = record({
  dimension: modest,
  halfSpaces: list(record({ normal: vector, offset: modest })),
  low: vector,
  high: vector,
  shape: having("the shape of a polytope, as polytope() returns it", (value) => {
    const kind = (value as { kind?: unknown } | null | undefined)?.kind;
    return kind === "box" || kind === "cut" || kind === "polytope";
  }),
});
export const regionShape: Shape = (parameter, value) => {
  having(
    "a region: {low, high} or {A, b}",
    (given) => typeof given === "object" && given !== null && ("low" in given || "A" in given),
  )(parameter, value);
  if ("halfSpaces" in (value as object)) polytopeShape(parameter, value);
  else if ("low" in (value as object)) record({ low: vector, high: vector })(parameter, value);
  else record({ A: matrix, b: vector })(parameter, value);
};
export const forwardShape: Shape = record({
  activations: list(vector, 2),
  preactivations: list(vector, 1),
  gates: list(
    list(
      having("a gate, true or false", (value) => typeof value === "boolean"),
      1,
    ),
    1,
  ),
});
export const growthShape: Shape = record({ W: anyMatrix, wStar: numbers, a: numbers, bumps: optional(numbers) });
/** A given coefficient, or null where it is free. */
export const coefficientShape: Shape = (parameter, value) => {
  if (value !== null) modest(parameter, value);
};
