import { activation } from "../../../symbolic/activation/create.js";
import { theorem } from "../../theorem.js";
import { rightSide } from "../ways/formula.js";
import { exact, explosion, explosionOfMean } from "../ways/networks.js";
import { rateByEllipse } from "../ways/pairMoments.js";
import { exactly, proofNamed } from "../ways/proofNamed.js";

const { claim } = proofNamed("identity-rate");
const linear = activation("x");

export const theorem8Linear = theorem({
  id: "batchnorm/theorem-8-linear",
  kind: "corollary",
  title: "The gradients of a linear batch-normalised network grow by (B-2)/(B-3) a layer",
  notation: { lambda_G: "the explosion rate of the identity" },
  parameters: { B: { set: "integer", min: 4, max: 1_000_000, doc: "batch size" } },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Theorem 8, last sentence" }],
  uses: ["batchnorm/theorem-8"],
  proof: { kind: "steps", file: "proofs/batchnorm/identity.ts" },
  checks: [
    exactly("identity-rate"),
    {
      kind: "routes",
      left: { name: "Theorem 7's integral by a product rule", evaluate: ({ B }) => rateByEllipse(linear, B) },
      right: rightSide(claim),
      tolerance: { unit: "rel", limit: 1e-12, why: "hundreds of weights of exp(B log cos)" },
    },
    ...(
      [
        [4, "2.0"],
        [8, "1.2"],
        [128, "1.008"],
      ] as const
    ).map(([B, value]) => ({
      kind: "reference" as const,
      at: { B },
      value: `${value}0000000000`,
      origin: "test/reference/batchnorm.json: exact rational sphere moments",
      way: rightSide(claim),
      tolerance: { unit: "rel" as const, limit: 1e-15, why: "one division" },
    })),
    {
      kind: "simulation",
      name: "growth of the squared gradient a layer, E log",
      at: [{ B: 8 }, { B: 16 }],
      atFull: [{ B: 64 }, { B: 100 }],
      experiment: ({ B }) => explosion({ activation: linear, batch: B, depth: 13 }),
      predict: ({ B }) => exact(Math.log((B - 2) / (B - 3)), "Theorem 8"),
      width: { quick: 128, full: 500 },
      order: 1,
      resolution: 0.006,
      budget: { quick: 800, full: 800 },
    },
    {
      kind: "simulation",
      name: "growth of the squared gradient over twelve layers, log E",
      at: [{ B: 8 }],
      experiment: ({ B }) => explosionOfMean({ activation: linear, batch: B, depth: 13 }),
      predict: ({ B }) => exact(12 * Math.log((B - 2) / (B - 3)), "Theorem 8"),
      width: { quick: 128, full: 500 },
      order: 1,
      resolution: 0.08,
      budget: { quick: 800, full: 800 },
    },
  ],
});
