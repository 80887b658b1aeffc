import { mutualInformationChain } from "../../../../proofs/grouping/mutualInformation.js";
import { plus } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { conditionalMutualInformation } from "../../../theory/grouping/probability/conditionalMutualInformation.js";
import { jointLaw } from "../../../theory/grouping/probability/jointLaw.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { seed, size } from "../ways/parameters.js";
import { randomLaw, streamOf } from "../ways/randomSpaces.js";

interface Sizes {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly seed: number;
}

const drawn = ({ a, b, c, seed: own }: Sizes) => randomLaw(streamOf(own, 12), a * b * c);

/** Entropy of the law of what `key` tells, nats. */
function entropyOf(law: readonly number[], key: (state: number) => number): number {
  const masses = new Map<number, number>();
  for (const [state, p] of law.entries()) masses.set(key(state), (masses.get(key(state)) ?? 0) + p);
  return [...masses.values()].reduce((sum, p) => (p > 0 ? sum - p * Math.log(p) : sum), 0);
}

export const chainRule = theorem({
  id: "grouping/mutual-information-chain-rule",
  kind: "lemma",
  title: "What (Y, Z) tells about X is what Z tells and what Y tells given Z.",
  notation: {
    I_x_yz: "I(X; (Y, Z)), nats",
    I_x_z: "I(X; Z)",
    I_x_y_given_z: "I(X; Y given Z)",
  },
  parameters: { a: size(1, 4, "States of X."), b: size(1, 4, "States of Y."), c: size(1, 4, "States of Z."), seed },
  assumptions: [],
  claim: equation(symbol("I_x_yz"), plus("I_x_z", "I_x_y_given_z")),
  source: paper("Appendix G"),
  uses: [],
  proof: { kind: "steps", file: "proofs/grouping/mutualInformation.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [mutualInformationChain],
      because: "the claim is the mean of its logarithm under p(x, y, z)",
    },
    {
      kind: "routes",
      left: {
        name: "H(X) + H(Y, Z) - H(X, Y, Z), by entropies",
        evaluate: (sizes) => {
          const law = drawn(sizes);
          const inner = sizes.b * sizes.c;
          const first = entropyOf(law, (state) => Math.floor(state / inner));
          return first + entropyOf(law, (state) => state % inner) - entropyOf(law, (state) => state);
        },
      },
      right: {
        name: "I(X; Z) + I(X; Y given Z), by ratios",
        evaluate: (sizes) => {
          const law = jointLaw([sizes.a, sizes.b, sizes.c], drawn(sizes));
          return conditionalMutualInformation(law, [0], [2]) + conditionalMutualInformation(law, [0], [1], [2]);
        },
      },
      tolerance: { unit: "abs", limit: 1e-12, why: "sums of some 100 terms p log p, rounded" },
    },
  ],
});
