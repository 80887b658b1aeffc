import { halvedLayers } from "../../../../proofs/gating/training.js";
import { minus, negative, power, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { gatedForward } from "../../../theory/gating/network/gatedForward.js";
import { gatedNetwork } from "../../../theory/gating/network/gatedNetwork.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { beta, choice, networkSizes, rounding } from "../ways/parameters.js";
import { plainOutput } from "../ways/plainNetwork.js";
import { networkOf, pointOf } from "../ways/randomNetworks.js";

export const flatGates = theorem({
  id: "gating/flat-gates",
  kind: "remark",
  title:
    "Without gate weights a DLGN is the deep linear network of its values: every step gate is open, every soft one halves its layer.",
  notation: {
    f: "the outputs of a DLGN with W = 0, soft gates",
    f_dln: "the outputs of the deep linear network with the weights U; those of a DLGN with W = 0 and step gates >= 0",
  },
  parameters: {
    ...networkSizes,
    beta,
    gates: choice([">=", "soft"], "Step gates, whose factor is 1; or soft gates."),
  },
  assumptions: [],
  claim: equation(symbol("f"), times(power(2, negative(minus("L", 1))), symbol("f_dln"))),
  source: paper("section 2, Table 1; this statement is ours"),
  uses: ["gating/theorem-2", "gating/soft-gates"],
  proof: { kind: "steps", file: "proofs/gating/training.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [halvedLayers],
      because: "two hidden layers",
    },
    {
      kind: "routes",
      left: {
        name: "the forward pass of the DLGN with W = 0, layer by layer",
        evaluate: ({ beta: steepness, gates, ...values }) => {
          const { W, U } = networkOf("dlgn", values);
          const zeros = W.map((rows) => rows.map((row) => row.map(() => 0)));
          const kind = gates === "soft" ? { beta: steepness } : {};
          return gatedForward(gatedNetwork("dlgn", { W: zeros, U }, kind), pointOf(values)).output;
        },
      },
      right: {
        name: "products of the layers of U, neuron by neuron, times 2^-(L-1) for soft gates",
        evaluate: ({ gates, beta: _, ...values }) => {
          const { U } = networkOf("dlgn", values);
          const linear = { model: "dln", W: U, U, b: null, c: null, beta: null, atZero: "open" } as const;
          const factor = gates === "soft" ? 2 ** (1 - values.L) : 1;
          return plainOutput(linear, pointOf(values)).map((y) => factor * y);
        },
      },
      tolerance: rounding,
    },
  ],
});
