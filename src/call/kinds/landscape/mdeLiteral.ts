import * as z from "zod";
import { domainError } from "../../../numeric/domain.js";
import { dysonEquation } from "../../../theory/landscape/dyson/dysonEquation.js";
import { literalSelfEnergy } from "../../../theory/landscape/dyson/selfEnergies/literalSelfEnergy.js";
import { solveDyson } from "../../../theory/landscape/dyson/solver/solveDyson.js";
import { kind } from "../../kind.js";
import { matrix, number, realRows, reals } from "../../schemas.js";
import { settledPoints } from "./densities.js";

export const mdeLiteral = kind({
  name: "mde_literal",
  area: "landscape",
  doc: "the solution M of the matrix Dyson equation with S[R] = E[W R W]/N of independent entries (Eqn 9, 10)",
  inputs: z.strictObject({
    Var_W: matrix.describe("Variances of the entries of W, N x N, symmetric."),
    A: matrix.optional().describe("The mean, N x N, symmetric; default 0."),
    z: z.tuple([number, number]).describe("Re z and Im z, Im z from 0 up."),
  }),
  result: z.object({
    Re_M: realRows,
    Im_M: realRows.describe("Positive definite."),
    m: reals.describe("tr M / N, as [Re, Im]."),
  }),
  example: {
    Var_W: [
      [2, 1],
      [1, 2],
    ],
    z: [0, 1],
  },
  names: { variances: "Var_W", mean: "A", energy: "z", eta: "z" },
  compute({ Var_W, A, z: [energy, eta] }) {
    const equation = dysonEquation(literalSelfEnergy(Var_W), A === undefined ? {} : { mean: A });
    const solution = solveDyson(equation, energy, { eta });
    const { G, trace } = settledPoints([solution], "z")[0]!;
    if (trace[1] === Number.POSITIVE_INFINITY) {
      throw domainError("z", energy, "an energy without an atom, or Im z > 0", "M is infinite there: take Im z > 0.");
    }
    return { Re_M: G!.re, Im_M: G!.im, m: trace };
  },
});
