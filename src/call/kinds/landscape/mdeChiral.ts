import * as z from "zod";
import { dysonEquation } from "../../../theory/landscape/dyson/dysonEquation.js";
import { chiralSelfEnergy } from "../../../theory/landscape/dyson/selfEnergies/chiralSelfEnergy.js";
import { chiralSpectrum } from "../../../theory/landscape/dyson/spectrum/chiralSpectrum.js";
import { kind } from "../../kind.js";
import { number, real, reals, vector } from "../../schemas.js";
import { densitiesOf } from "./densities.js";

export const mdeChiral = kind({
  name: "mde_chiral",
  area: "landscape",
  doc: "the chiral block matrix [[0, X], [X^T, 0]]/sqrt(n), the shape of a Hessian with one hidden layer",
  inputs: z.strictObject({
    block: z.string().optional().describe("[[0,X],[X^T,0]]/sqrt(n), X p x n iid mean 0 var 1: fixed."),
    p_over_n: number.describe("Rows of X over its columns."),
    energies: vector.describe("Where the density is wanted."),
  }),
  result: z.object({
    continuous_density: reals.describe("Of all p + n eigenvalues, without the atom."),
    atom_at_zero: real.describe("|p - n| / (p + n)."),
    edges: reals.describe("Of the positive half; the spectrum is symmetric."),
  }),
  example: { p_over_n: 0.5, energies: [0.4, 0.9] },
  names: { ratio: "p_over_n", energy: "energies" },
  compute({ p_over_n, energies }) {
    const { edges, atomAtZero } = chiralSpectrum(p_over_n);
    const density = densitiesOf(dysonEquation(chiralSelfEnergy(p_over_n)), energies);
    // an atom lies in a gap
    const continuous = density.map((value) => (value === Number.POSITIVE_INFINITY ? 0 : value));
    return { continuous_density: continuous, atom_at_zero: atomAtZero, edges };
  },
});
