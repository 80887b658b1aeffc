import * as z from "zod";
import { dysonEquation } from "../../../theory/landscape/dyson/dysonEquation.js";
import { scalarSelfEnergy } from "../../../theory/landscape/dyson/selfEnergies/scalarSelfEnergy.js";
import { wignerSelfEnergy } from "../../../theory/landscape/dyson/selfEnergies/wignerSelfEnergy.js";
import { supportBound } from "../../../theory/landscape/dyson/spectrum/supportBound.js";
import { kind } from "../../kind.js";
import { number, real, reals, vector } from "../../schemas.js";
import { densitiesOf } from "./densities.js";

export const mdeGoe = kind({
  name: "mde_goe",
  area: "landscape",
  doc: "a Wigner matrix by the Dyson equation as printed: for the GOE a semicircle of variance 1 + 1/N",
  inputs: z.strictObject({
    N: z.int().describe("Rows."),
    A: z.literal("zero").optional().describe("The mean."),
    Var_W_offdiag: number.optional().describe("Variance of entries off the diagonal, times N; default 1."),
    Var_W_diag: number.optional().describe("The same on it; default 2."),
    energies: vector.describe("Where the density is wanted."),
  }),
  result: z.object({
    density: reals.describe("One an energy."),
    edge: real.describe("The upper one: 2 sqrt(((N - 1) off + diagonal) / N)."),
    limit_density: reals.describe("For N to infinity, without the R^T / N."),
  }),
  example: { N: 5, energies: [0, 1] },
  names: { offDiagonal: "Var_W_offdiag", diagonal: "Var_W_diag", energy: "energies" },
  infinities: true,
  compute({ N, Var_W_offdiag: offDiagonal = 1, Var_W_diag: diagonal = 2, energies }) {
    const equation = dysonEquation(wignerSelfEnergy(N, { offDiagonal, diagonal }));
    return {
      density: densitiesOf(equation, energies),
      edge: supportBound(equation).halfwidth,
      limit_density: densitiesOf(dysonEquation(scalarSelfEnergy(offDiagonal)), energies),
    };
  },
});
