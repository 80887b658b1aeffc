import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { cumulantNorms } from "../../../theory/landscape/cumulants/cumulantNorms.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { rounding, signMatrices, size } from "./settings.js";

export const definitionF7 = theorem({
  id: "landscape/definition-f-7",
  kind: "definition",
  title:
    "|||kappa||| is the largest over the orders k <= R of the averaged and the isotropic norm added: for independent signs these do not grow with N.",
  notation: {
    v: "averaged norms of orders 2, 3 (its operator norm), 4 and the isotropic one of order 4, of independent entries +-s",
    w: "2 s^2, 0, (16 - 14/N) s^4, 16 s^4; for N = 1 s^2, 0, 2 s^4, 2 s^4",
  },
  parameters: {
    N: size(1, 3, "Size N of the matrices."),
    s: { set: "real", min: 0.1, max: 3, doc: "Magnitude of the entries." },
  },
  assumptions: [],
  claim: equation(symbol("v"), symbol("w")),
  source: paper("Definition F.7"),
  uses: ["landscape/definition-f-5"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "cumulants of all tuples of entries of the 2^(N (N+1)/2) matrices",
        evaluate: ({ N, s }) => {
          const norms = cumulantNorms(signMatrices(N, s));
          const value = (order: number, family: string) =>
            norms.find((each) => each.order === order && each.family === family)!.value;
          return [value(2, "averaged"), value(3, "isotropic"), value(4, "averaged"), value(4, "isotropic")];
        },
      },
      right: {
        name: "by hand: only equal entries have a cumulant, s^2 and -2 s^4, each at m places, m = 1 or 2",
        evaluate: ({ N, s }) =>
          N === 1 ? [s ** 2, 0, 2 * s ** 4, 2 * s ** 4] : [2 * s ** 2, 0, (16 - 14 / N) * s ** 4, 16 * s ** 4],
      },
      tolerance: rounding,
      cases: { count: 100, why: "one point is 126 tuples of 64 matrices" },
    },
  ],
});
