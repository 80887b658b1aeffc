import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { cumulantNorms } from "../../../theory/landscape/cumulants/cumulantNorms.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { range, rounding, signMatrices, size, slack } from "./settings.js";

const parameters = {
  N: size(1, 3, "Size N of the matrices."),
  s: { set: "real", min: 0.1, max: 3, doc: "Magnitude of the entries." },
} as const;

export const assumption513 = theorem({
  id: "landscape/assumption-5-1-3",
  kind: "definition",
  title:
    "Norms of cumulants bounded in N: independent entries have them, and a matrix that is one random number times a fixed one has N^2 times its variance.",
  notation: {
    v: "norms of orders 2 to 4, averaged and isotropic, of independent entries +-s",
    b: "2 s^2 and 2 s^2, 0 and 0, 16 s^4 and 16 s^4, at every N",
  },
  parameters,
  assumptions: [],
  claim: compare("LessEqual", symbol("v"), symbol("b")),
  source: paper("Assumption 5.1 (3)"),
  uses: ["landscape/equation-11a", "landscape/equation-11b", "landscape/equation-11c"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "norms, and for k = 2 isotropic and k = 3 averaged upper bounds, from all 2^(N (N+1)/2) matrices",
        evaluate: ({ N, s }) =>
          cumulantNorms(signMatrices(N, s)).map(({ value, error, order }) => (order === 3 ? value - error : value)),
      },
      right: {
        name: "bounds that do not depend on N",
        evaluate: ({ s }) => [2 * s * s, 2 * s * s, 0, 0, 16 * s ** 4, 16 * s ** 4],
      },
      tolerance: slack,
      cases: { count: 100, why: "one point is 126 tuples of 64 matrices" },
    },
    {
      kind: "routes",
      left: {
        name: "averaged norm of order 2 of two opposite matrices with all entries s",
        evaluate: ({ N, s }) => {
          const all = (entry: number) => range(N).map(() => range(N).map(() => entry));
          return cumulantNorms([all(s), all(-s)], { order: 2 })[0]!.value;
        },
      },
      right: { name: "N^2 s^2: all N^2 entries are one number", evaluate: ({ N, s }) => N * N * s * s },
      tolerance: rounding,
    },
  ],
});
