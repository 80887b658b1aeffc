import * as z from "zod";
import { dysonEquation } from "../../../theory/landscape/dyson/dysonEquation.js";
import { kroneckerSelfEnergy } from "../../../theory/landscape/dyson/selfEnergies/kroneckerSelfEnergy.js";
import { supportBound } from "../../../theory/landscape/dyson/spectrum/supportBound.js";
import { kind } from "../../kind.js";
import { matrix, real, reals, vector } from "../../schemas.js";
import { densitiesOf } from "./densities.js";

export const mdeKron = kind({
  name: "mde_kron",
  area: "landscape",
  doc: "correlated Gaussian matrices A0 (x) I + sum_k A_k (x) X_k: the operator-valued semicircle",
  inputs: z.strictObject({
    A0: matrix.optional().describe("Symmetric; default 0."),
    A_k: z.array(matrix).min(1).describe("Symmetric, of one size."),
    model: z.string().optional().describe("Fixed: X_k independent GOE matrices of semicircle variance 1."),
    energies: vector.describe("Where the density is wanted."),
  }),
  result: z.object({
    density: reals.describe("Im tr G / (pi d), one an energy."),
    support_bound_halfwidth: real.describe("2 ||S[I]||^{1/2}."),
  }),
  example: {
    A_k: [
      [
        [1, 0.5],
        [0.5, -1],
      ],
    ],
    energies: [0, 1],
  },
  names: { mean: "A0", matrices: "A_k", energy: "energies" },
  infinities: true,
  compute({ A0, A_k, energies }) {
    const equation = dysonEquation(kroneckerSelfEnergy(A_k), A0 === undefined ? {} : { mean: A0 });
    return { density: densitiesOf(equation, energies), support_bound_halfwidth: supportBound(equation).halfwidth };
  },
});
