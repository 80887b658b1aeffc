import { theorem2Mixture } from "../../../../proofs/gating/paths.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { enumeratedPathSums } from "../../../theory/gating/paths/enumeratedPathSums.js";
import { pathSums } from "../../../theory/gating/paths/pathSums.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { networkSizes, notation, rounding } from "../ways/parameters.js";
import { plainOutput } from "../ways/plainNetwork.js";
import { plainExperts } from "../ways/plainPaths.js";
import { networkOf, pointOf } from "../ways/randomNetworks.js";

export const theorem2 = theorem({
  id: "gating/theorem-2",
  kind: "theorem",
  title: "A deep linearly gated network is the mixture of its path experts, and needs no list of them.",
  notation: { ...notation, S: "the sum over all paths of f_pi g_pi" },
  parameters: networkSizes,
  assumptions: [],
  claim: equation(symbol("S"), symbol("y")),
  source: paper("Theorem 2"),
  uses: ["gating/equation-1", "gating/equation-4", "gating/equation-5"],
  proof: { kind: "steps", file: "proofs/gating/paths.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [theorem2Mixture],
      because: "two hidden layers of two neurons, in symbols; any number of layers by the lemma",
    },
    {
      kind: "routes",
      left: {
        name: "the sum over paths, by enumeration",
        evaluate: (values) => enumeratedPathSums(networkOf("dlgn", values), pointOf(values)),
      },
      right: {
        name: "the forward pass, neuron by neuron",
        evaluate: (values) => plainOutput(networkOf("dlgn", values), pointOf(values)),
      },
      tolerance: rounding,
    },
    {
      kind: "routes",
      left: {
        name: "the sum over paths from the output down, without a list of them",
        evaluate: (values) => pathSums(networkOf("dlgn", values), pointOf(values)),
      },
      right: {
        name: "path by path and input by input",
        evaluate: (values) =>
          Array.from({ length: values.C }, (_, c) =>
            plainExperts(networkOf("dlgn", values), pointOf(values), c).reduce(
              (sum, { gate, value }) => sum + gate * value,
              0,
            ),
          ),
      },
      tolerance: rounding,
    },
  ],
});
