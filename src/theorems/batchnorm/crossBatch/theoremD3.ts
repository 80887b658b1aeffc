/** Two batches that start independent have the covariance (E phi(z))^2 in every later layer, z one sample of a batch. */
import type { Activation } from "../../../symbolic/activation/activation.js";
import { activation } from "../../../symbolic/activation/create.js";
import { power } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { theorem } from "../../theorem.js";
import { crossCovariance } from "../ways/networks.js";
import { breaksOf, sampleMean } from "../ways/sampleLine.js";

const claim = equation(symbol("c_x"), power("m_1", 2));
const settings = [
  { B: 8, phi: activation("relu") },
  { B: 8, phi: activation("softplus") },
  { B: 4, phi: activation("x^2 + x") },
];

/** The printed integral over the angle of one sample. */
const meanByAngle = (phi: Activation, batch: number) => sampleMean(batch, breaksOf(phi, batch), phi.value, 0.5);

export const theoremD3 = theorem({
  id: "batchnorm/theorem-d-3",
  kind: "theorem",
  title: "The covariance between two batches is the squared mean of the activation over one sample",
  notation: {
    c_x: "the entries between two batches at the fixed point",
    m_1: "E phi(z), the integral of Gamma((B-1)/2)/(Gamma((B-2)/2) sqrt(pi)) phi(-sqrt(B-1) cos(theta)) sin(theta)^(B-3)",
  },
  parameters: {
    B: { set: "integer", min: 4, max: 1_000_000, doc: "batch size" },
    phi: { set: "activation", class: "any", doc: "activation" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Theorem D.3" }],
  uses: ["batchnorm/definition-d-2"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the square of the printed integral, cut at kinks",
        evaluate: ({ B, phi }) => meanByAngle(phi, B) ** 2,
      },
      right: {
        name: "the cross-batch covariance by series, closed form or another rule",
        evaluate: ({ B, phi }) => batchNorm({ activation: phi, batch: B }).crossBatch.c,
      },
      tolerance: { unit: "abs", limit: 1e-8, why: "values up to 100 by quadrature to 1e-10" },
    },
    ...(
      [
        [4, "0.1875000000000000"],
        [64, "0.160423049837863409"],
      ] as const
    ).map(([B, value]) => ({
      kind: "reference" as const,
      at: { B, phi: activation("relu") },
      value,
      origin: "test/reference/batchnorm.json: arc-cosine closed form and double quadrature (mpmath)",
      way: {
        name: "the square of the printed integral, cut at the kink",
        evaluate: ({ B, phi }: { readonly B: number; readonly phi: Activation }) => meanByAngle(phi, B) ** 2,
      },
      tolerance: { unit: "abs" as const, limit: 1e-12, why: "one quadrature" },
    })),
    {
      kind: "simulation",
      name: "covariance between two batches, four layers up",
      at: settings as [(typeof settings)[number], ...(typeof settings)[number][]],
      experiment: ({ B, phi }) => crossCovariance({ activation: phi, batch: B, depth: 4 }),
      predict: ({ B, phi }) => batchNorm({ activation: phi, batch: B }).crossBatch.c,
      width: { quick: 128, full: 500 },
      order: 1,
      resolution: 0.01,
      budget: { quick: 600, full: 600 },
    },
  ],
});
