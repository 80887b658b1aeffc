import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { noisyRecoveryConstants } from "../../../theory/alignment/noisyRecovery/noisyRecoveryConstants.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { size } from "../ways/parameters.js";

const constants = ({ d, r }: { readonly d: number; readonly r: number }) =>
  noisyRecoveryConstants({
    dimension: d,
    nodes: 1,
    radius: r,
    largestEpsilon: 1,
    delta: 0,
    reach: 0,
    epsilon: 1,
    coefficient: 1,
  });

const rounding = { unit: "rel", limit: 1e-12, why: "rounding of up to 500 products" } as const;

export const lemma5Volume = theorem({
  id: "alignment/lemma-5-volume",
  kind: "lemma",
  title:
    "For balls of radius r, V_{d-1}(r) = r V_{d-2}(r) sqrt(pi) Gamma(d/2)/Gamma((d+1)/2) >= r V_{d-2}(r) sqrt(2 pi/d).",
  notation: { v: "V_{d-1}(r)/V_{d-2}(r), volumes of balls", "v'": "r sqrt(2 pi/d)" },
  parameters: {
    d: size(2, 1000, "Number of inputs."),
    r: { set: "real", min: 1e-3, max: 1e3, doc: "Radius." },
  },
  assumptions: [],
  claim: compare("LessEqual", symbol("v'"), symbol("v")),
  source: paper("sec. 9.7, the volume argument"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: { name: "r sqrt(2 pi/d)", evaluate: (at) => constants(at).volumeLower },
      right: { name: "V_{d-1}(r)/V_{d-2}(r) by the Gamma function", evaluate: (at) => constants(at).volumeRatio },
      tolerance: rounding,
    },
    {
      kind: "routes",
      left: { name: "V_{d-1}(r)/V_{d-2}(r) by the Gamma function", evaluate: (at) => constants(at).volumeRatio },
      right: {
        name: "r times the integral of cos^{d-1} over half a turn, by Wallis' recursion",
        evaluate: ({ d, r }) => {
          let value = d % 2 === 1 ? Math.PI : 2;
          for (let n = d % 2 === 1 ? 2 : 3; n <= d - 1; n += 2) value *= (n - 1) / n;
          return r * value;
        },
      },
      tolerance: rounding,
    },
  ],
});
