import * as z from "zod";
import { deformedEquation } from "../../../theory/landscape/dyson/deformedEquation.js";
import { deformedEdges } from "../../../theory/landscape/dyson/spectrum/deformedEdges.js";
import { supportBound } from "../../../theory/landscape/dyson/spectrum/supportBound.js";
import { kind } from "../../kind.js";
import { reals, sameLength, vector } from "../../schemas.js";
import { densitiesOf } from "./densities.js";

export const mdeDeformed = kind({
  name: "mde_deformed",
  area: "landscape",
  doc: "a fixed matrix plus a semicircle of variance 1: m = sum w/(a - E - m)",
  inputs: z
    .strictObject({
      A_eigenvalues: vector.describe("a."),
      weights: vector.optional().describe("w, one for each eigenvalue; they sum to 1. Default: equal ones."),
      S: z.literal("(tr R/N) I").optional(),
      energies: vector.describe("Where the density is wanted."),
    })
    .check(sameLength("A_eigenvalues", "weights")),
  result: z.object({
    density: reals.describe("One an energy."),
    support_edges: reals.describe("Ascending, two for each interval."),
    outer_bound: reals.describe("min a - 2 and max a + 2."),
  }),
  example: { A_eigenvalues: [0.6, -0.6], weights: [0.5, 0.5], energies: [0, 0.5] },
  names: { A: "A_eigenvalues", eigenvalues: "A_eigenvalues", mean: "A_eigenvalues", energy: "energies" },
  compute({ A_eigenvalues, weights, energies }) {
    const options = weights === undefined ? {} : { weights };
    const equation = deformedEquation(A_eigenvalues, options);
    // the norm of S does not depend on the weights, and eigenvalues of weight 0 belong to A
    const { low, high } = supportBound(deformedEquation(A_eigenvalues));
    return {
      density: densitiesOf(equation, energies),
      support_edges: deformedEdges(A_eigenvalues, options).map(({ value }) => value),
      outer_bound: [low, high],
    };
  },
});
