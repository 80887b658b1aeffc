import { chiralReduction } from "../../../../proofs/landscape/chiral.js";
import { minus, over, pi, root, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { dysonEquation } from "../../../theory/landscape/dyson/dysonEquation.js";
import { chiralSelfEnergy } from "../../../theory/landscape/dyson/selfEnergies/chiralSelfEnergy.js";
import { solveDyson } from "../../../theory/landscape/dyson/solver/solveDyson.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { marchenkoPastur as closed } from "../ways/closedForms.js";
import { closedForm, ratio } from "./settings.js";

export const marchenkoPastur = theorem({
  id: "landscape/marchenko-pastur",
  kind: "theorem",
  title:
    "The squares of the non-zero eigenvalues of [[0, X], [X^T, 0]]/n^(1/2) have the density of Marchenko and Pastur, of X X^T/n.",
  notation: {
    rho: "density at x of X X^T/n, X p x n of independent entries of variance 1; 0 outside [x_1, x_2], with an atom 1 - 1/y at 0 for y > 1",
    x_1: "(1 - y^(1/2))^2",
    x_2: "(1 + y^(1/2))^2",
  },
  parameters: { y: ratio, x: { set: "real", min: 0.01, max: 10, doc: "Eigenvalue x." } },
  assumptions: [],
  claim: equation(symbol("rho"), over(root(times(minus("x_2", "x"), minus("x", "x_1"))), times(2, pi, "x", "y"))),
  source: paper("eq. (9), block shape of eq. (5)"),
  uses: ["landscape/theorem-f-1-unique", "landscape/chiral-ensemble"],
  proof: { kind: "steps", file: "proofs/landscape/chiral.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [chiralReduction],
      because: "it ends in the quadratic equation of the transform of X X^T/n",
    },
    {
      kind: "routes",
      left: {
        name: "Im of the p rows of the block equation at x^(1/2), over pi x^(1/2)",
        evaluate: ({ y, x }) => {
          const { diagonal, error, converged } = solveDyson(dysonEquation(chiralSelfEnergy(y)), Math.sqrt(x));
          const scale = 1 / Math.sqrt(x);
          const value = (diagonal.im[0]! * scale) / Math.PI;
          // the rows' share of the trace is y/(1 + y): an error of theirs is that much larger
          return { value, error: error * scale * (1 + 1 / y), converged, method: "matrix Dyson equation", evals: 0 };
        },
      },
      right: { name: "the closed form", evaluate: ({ y, x }) => closed(x, y) },
      tolerance: closedForm,
    },
  ],
});
