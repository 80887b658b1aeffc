import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { cumulantNorms } from "../../../theory/landscape/cumulants/cumulantNorms.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { operatorNorm, pairSums } from "./allPlaces.js";
import { randomEnsemble, seed, size } from "./settings.js";

export const equation11a = theorem({
  id: "landscape/equation-11a",
  kind: "definition",
  title:
    "The averaged norms of cumulants are the operator norm of |kappa(*,*)| for k = 2 and N^-2 times the sum of all |kappa| for k >= 4.",
  notation: { v: "the norms from distinct entries, with their multiplicities", w: "the norms over all N^2 places" },
  parameters: {
    N: size(1, 2, "Size N of the matrices."),
    m: size(1, 5, "Values of the random matrix."),
    seed,
  },
  assumptions: [],
  claim: equation(symbol("v"), symbol("w")),
  source: paper("eq. (11a)"),
  uses: ["landscape/definition-f-7"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "each set of distinct entries once, by partitions",
        evaluate: ({ N, m, seed: from }) => {
          const { matrices, probabilities } = randomEnsemble(from, N, m);
          return cumulantNorms(matrices, { probabilities })
            .filter(({ family, order }) => family === "averaged" && order !== 3)
            .map(({ value }) => value);
        },
      },
      right: {
        name: "all tuples of places, by the logarithm's series",
        evaluate: ({ N, m, seed: from }) => {
          const law = randomEnsemble(from, N, m);
          const total = pairSums(law, 4).reduce((sum, row) => row.reduce((part, entry) => part + entry, sum), 0);
          return [operatorNorm(pairSums(law, 2)), total / N ** 2];
        },
      },
      tolerance: { unit: "abs", limit: 1e-9, why: "rounding of some hundred cumulants of size up to 100" },
    },
  ],
});
