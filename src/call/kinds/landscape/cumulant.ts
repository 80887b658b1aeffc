import * as z from "zod";
import { jointCumulants } from "../../../theory/landscape/cumulants/jointCumulant.js";
import { kind } from "../../kind.js";
import { matrix, reals, sameLength, vector } from "../../schemas.js";

export const cumulant = kind({
  name: "cumulant",
  area: "landscape",
  doc: "joint cumulants of a random vector on finitely many points, by partitions (Definition F.5)",
  inputs: z
    .strictObject({
      values: matrix.describe("A row a value of the vector."),
      probabilities: vector.describe("One a value, with sum 1."),
      index_tuples: z
        .array(z.array(z.int().min(0)).min(1).max(10))
        .min(1)
        .describe("Coordinates, from 0, of the arguments of each cumulant; they may repeat."),
    })
    .check(sameLength("values", "probabilities")),
  result: z.object({ cumulants: reals.describe("One a tuple.") }),
  example: {
    values: [
      [1, 0],
      [-1, 1],
      [0, 2],
    ],
    probabilities: [0.25, 0.25, 0.5],
    index_tuples: [[0], [0, 1], [0, 0, 1]],
  },
  names: { indices: "index_tuples" },
  compute({ values, probabilities, index_tuples }) {
    return { cumulants: jointCumulants(values, probabilities, index_tuples).map(({ value }) => value) };
  },
});
