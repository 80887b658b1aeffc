import { fourthOfMean, thirdOfMean } from "../../../../proofs/landscape/cumulants.js";
import { minus, over, power } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { jointCumulant } from "../../../theory/landscape/cumulants/jointCumulant.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { randomProbabilities, range, seed, size, streamOf } from "./settings.js";

function lawOf(from: number) {
  const stream = streamOf(from, 7);
  const values = range(3).map(() => range(2).map(() => stream.next()));
  return { values, probabilities: randomProbabilities(stream, 3) };
}

const alternating = (k: number): readonly number[] => range(k).map((i) => i % 2);

export const cumulantsOfMeans = theorem({
  id: "landscape/cumulants-of-means",
  kind: "formula",
  title:
    "The cumulants of order k of a mean of m independent Hessians are m^(1-k) times those of one: only the first two survive.",
  notation: { K_m: "joint cumulant of order k of the mean of m independent copies", K: "that of one of them" },
  parameters: { k: size(1, 5, "Order k."), m: size(1, 4, "Number of copies m."), seed },
  assumptions: [],
  claim: equation(symbol("K_m"), over("K", power("m", minus("k", 1)))),
  source: paper("eq. (12), appendix F.3"),
  uses: ["landscape/definition-f-5"],
  proof: { kind: "steps", file: "proofs/landscape/cumulants.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [thirdOfMean, fourthOfMean],
      because: "orders 3 and 4 of one variable; joint cumulants are their polarisations",
    },
    {
      kind: "routes",
      left: {
        name: "the law of the mean, 3^m values",
        evaluate: ({ k, m, seed: from }) => {
          const { values, probabilities } = lawOf(from);
          const codes = range(3 ** m).map((code) => range(m).map((i) => Math.floor(code / 3 ** i) % 3));
          const means = codes.map((draws) => [0, 1].map((i) => draws.reduce((sum, k) => sum + values[k]![i]!, 0) / m));
          const weights = codes.map((draws) => draws.reduce((product, k) => product * probabilities[k]!, 1));
          return jointCumulant(means, weights, alternating(k)).value;
        },
      },
      right: {
        name: "m^(1-k) times the cumulant of one",
        evaluate: ({ k, m, seed: from }) => {
          const { values, probabilities } = lawOf(from);
          return jointCumulant(values, probabilities, alternating(k)).value / m ** (k - 1);
        },
      },
      tolerance: { unit: "abs", limit: 1e-11, why: "rounding of sums of products of moments of size up to 1000" },
    },
  ],
});
