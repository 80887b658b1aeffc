import { power } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { hessianFacts } from "../../../theory/landscape/hessian/hessianFacts.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { riskSecondDerivatives } from "../ways/hyperDual.js";
import { centred, labelled } from "./ensemble.js";
import { notation, sizes } from "./settings.js";

export const assumption512 = theorem({
  id: "landscape/assumption-5-1-2",
  kind: "definition",
  title:
    "Moments of the entries exist: those of W = sqrt(N) (H - A) are at most powers of the bound of Theorem 5.1, times sqrt(N).",
  notation: {
    ...notation,
    M_q: "the largest E|W_ij|^q, over fair labels at fixed theta",
    mu: "2 sqrt(N) max over the labels of mean |l'| lambda_0: it grows with N, the assumption asks for one that does not",
  },
  parameters: { ...sizes, q: { set: "integer", min: 1, max: 4, doc: "Order of the moment." } },
  assumptions: [],
  claim: compare("LessEqual", symbol("M_q"), power("mu", "q")),
  source: paper("Assumption 5.1, 2)"),
  uses: ["landscape/theorem-5-1-2"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "moments of the centred second derivatives, hyper-dual numbers",
        evaluate: ({ q, ...values }) => {
          const all = centred(labelled(values).map(riskSecondDerivatives));
          const N = all[0]!.length;
          const moments = all[0]!.flatMap((row, i) =>
            row.map(
              (_, j) => all.reduce((sum, each) => sum + (Math.sqrt(N) * Math.abs(each[i]![j]!)) ** q, 0) / all.length,
            ),
          );
          return Math.max(...moments);
        },
      },
      right: {
        name: "the bound on the norm, by the engine",
        evaluate: ({ q, ...values }) => {
          const facts = labelled(values).map(hessianFacts);
          const bound = Math.max(...facts.map((each) => each.bound));
          return (2 * Math.sqrt(facts[0]!.parameters) * bound) ** q;
        },
      },
      tolerance: { unit: "rel", limit: 1e-12, why: "rounding" },
    },
  ],
});
