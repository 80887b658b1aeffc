import * as z from "zod";
import { dysonEquation } from "../../../theory/landscape/dyson/dysonEquation.js";
import { profileSelfEnergy } from "../../../theory/landscape/dyson/selfEnergies/profileSelfEnergy.js";
import { kind } from "../../kind.js";
import { matrix, reals, vector } from "../../schemas.js";
import { densitiesOf } from "./densities.js";

export const mdeProfile = kind({
  name: "mde_profile",
  area: "landscape",
  doc: "independent entries in blocks: the vector Dyson equation -1/m_i = E - a_i + sum_j c_j s_ij m_j",
  inputs: z.strictObject({
    fractions: vector.describe("c: the blocks' shares of the rows; they sum to 1."),
    entry_variance_times_N: matrix.describe("s: N times the variance of an entry, by its blocks; symmetric."),
    block_mean_diag: vector.optional().describe("a: the mean's diagonal, by block; default 0."),
    energies: vector.describe("Where the density is wanted."),
  }),
  result: z.object({ density: reals.describe("sum_i c_i Im m_i / pi, one an energy.") }),
  example: {
    fractions: [0.3, 0.7],
    entry_variance_times_N: [
      [1, 0.2],
      [0.2, 0.5],
    ],
    energies: [0, 1],
  },
  names: { variances: "entry_variance_times_N", mean: "block_mean_diag", energy: "energies" },
  infinities: true,
  compute({ fractions, entry_variance_times_N, block_mean_diag, energies }) {
    const S = profileSelfEnergy(entry_variance_times_N, fractions);
    const equation = dysonEquation(S, block_mean_diag === undefined ? {} : { mean: block_mean_diag });
    return { density: densitiesOf(equation, energies) };
  },
});
