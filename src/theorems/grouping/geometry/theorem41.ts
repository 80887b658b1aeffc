import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { informationMonotonicity } from "../../../theory/grouping/geometry/informationMonotonicity.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { channel, lawsOf, plainDivergence, plainDivergences, relativeEntropy, rounding, through } from "./settings.js";

export const theorem41 = theorem({
  id: "grouping/theorem-4-1",
  kind: "theorem",
  title: "No Markov kernel increases an f-divergence of two laws: those of a higher scale are nearer to each other.",
  notation: { A: "D(pK : qK), of the laws of the outputs", D: "D(p : q)" },
  parameters: {
    ...channel,
    f: { set: "choice", of: plainDivergences, doc: "The divergence." },
  },
  assumptions: [],
  claim: compare("LessEqual", symbol("A"), symbol("D")),
  source: paper("Theorem 4.1"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "after the kernel",
        evaluate: (values) => {
          const [p, q] = lawsOf(values);
          return informationMonotonicity(p, q, values.K).after[values.f];
        },
      },
      right: {
        name: "before it, by the sum of q f(p/q)",
        evaluate: (values) => plainDivergence(values.f, ...lawsOf(values)),
      },
      tolerance: rounding,
    },
    {
      kind: "routes",
      left: {
        name: "before the kernel and after it",
        evaluate: (values) => {
          const { before, after } = informationMonotonicity(...lawsOf(values), values.K);
          return [before[values.f], after[values.f]];
        },
      },
      right: {
        name: "by sums of q f(p/q)",
        evaluate: (values) => {
          const laws = lawsOf(values);
          const [p, q] = laws.map((law) => through(law, values.K));
          return [plainDivergence(values.f, ...laws), plainDivergence(values.f, p!, q!)];
        },
      },
      tolerance: rounding,
    },
  ],
  printed: {
    claim: compare("LessEqual", symbol("D_2"), symbol("D_1")),
    says: "It is printed for the neuron divergences D_psi*[eta' : eta''] of the conditional laws at two scales, given any fixed h_1, h_2. A perceptron with the weights 10 and 0 has nearly equal laws of x given h_1, which tells x, and laws of h_1 given h_2, which tells nothing, that are as different as ever.",
    damaged: false,
    refutation: {
      kind: "point",
      at: {
        m: 2,
        k: 2,
        p: [[0.2, 0.8]],
        q: [[0.9, 0.1]],
        K: [
          [0.9999546021312976, 0.00004539786870243439],
          [0.00004539786870243439, 0.9999546021312976],
        ],
        f: "kl",
      },
      relation: "LessEqual",
      left: {
        name: "at scale 2: h_2 is a coin, the laws of h_1 given h_2 = 1 are pK and qK",
        evaluate: (values) => {
          const [p, q] = lawsOf(values);
          return relativeEntropy(through(q, values.K), through(p, values.K));
        },
      },
      right: {
        name: "at scale 1: the laws of x in {-1, 1} given h_1 = 1, which has the probability sigmoid(10x)",
        evaluate: (values) => {
          const given = (law: readonly number[]) => {
            const joint = law.map((value, k) => value * values.K[k]![1]!);
            return joint.map((value) => value / (joint[0]! + joint[1]!));
          };
          const [p, q] = lawsOf(values).map(given);
          return relativeEntropy(q!, p!);
        },
      },
      tolerance: rounding,
    },
  },
});
