/** The printed integral over the ellipse Z > 0, with its prefactor, against the Gegenbauer series. */
import { activation } from "../../../symbolic/activation/create.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { theorem } from "../../theorem.js";
import { explosion, explosionOfMean, logarithm, logarithmTimes } from "../ways/networks.js";
import { rateByEllipse } from "../ways/pairMoments.js";
import { exactly, proofNamed } from "../ways/proofNamed.js";

const { claim } = proofNamed("theorem-7");

export const theorem7 = theorem({
  id: "batchnorm/theorem-7",
  kind: "theorem",
  title: "The explosion rate of any activation is an integral over an ellipse",
  notation: {
    mu: "q (1 - c)",
    I: "the integral of ((B-1-z1^2) phi'(z1)^2 + (1+z1 z2) phi'(z1) phi'(z2)) Z^((B-5)/2) over Z > 0, Z = B(B-2) - B(z1^2+z2^2) + (z1-z2)^2",
  },
  parameters: {
    B: { set: "integer", min: 4, max: 1_000_000, doc: "batch size" },
    phi: { set: "activation", class: "any", doc: "activation" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Theorem 7, eq. (24)" }],
  uses: ["batchnorm/backward-eigenvalues"],
  proof: { kind: "steps", file: "proofs/batchnorm/theorem7.ts" },
  checks: [
    exactly("theorem-7", "rate-any-phi"),
    {
      kind: "routes",
      left: {
        name: "the printed integral by a product rule, cut at kinks",
        evaluate: ({ B, phi }) => rateByEllipse(phi, B),
      },
      right: {
        name: "the rate by series, closed form or another rule",
        evaluate: ({ B, phi }) => batchNorm({ activation: phi, batch: B }).rate,
      },
      tolerance: {
        unit: "rel",
        limit: 1e-8,
        why: "panels resolve phi'^2 to 1e-10; nearly constant phi lose two digits",
      },
    },
    {
      kind: "reference",
      at: { B: 8, phi: activation("tanh") },
      value: "1.35854812541135848971",
      origin: "test/reference/batchnorm.json: Gegenbauer series in 30 digits (mpmath)",
      way: { name: "the printed integral by a product rule", evaluate: ({ B, phi }) => rateByEllipse(phi, B) },
      tolerance: { unit: "rel", limit: 1e-11, why: "the product rule's accuracy for tanh" },
    },
    {
      kind: "reference",
      at: { B: 64, phi: activation("tanh") },
      value: "1.19226433419484150619",
      origin: "test/reference/batchnorm.json: Gegenbauer series in 30 digits (mpmath)",
      way: { name: "the printed integral by a product rule", evaluate: ({ B, phi }) => rateByEllipse(phi, B) },
      tolerance: { unit: "rel", limit: 1e-11, why: "the product rule's accuracy for tanh" },
    },
    {
      kind: "simulation",
      name: "growth of the squared gradient a layer, E log",
      at: [
        { B: 8, phi: activation("tanh") },
        { B: 16, phi: activation("tanh") },
      ],
      atFull: [{ B: 8, phi: activation("erf") }, ...[5, 32, 64, 100].map((B) => ({ B, phi: activation("tanh") }))],
      experiment: ({ B, phi }) => explosion({ activation: phi, batch: B, depth: 13 }),
      predict: ({ B, phi }) => logarithm(batchNorm({ activation: phi, batch: B }).rate),
      width: { quick: 128, full: 500 },
      order: 1,
      resolution: 0.005,
      budget: { quick: 800, full: 800 },
    },
    {
      kind: "simulation",
      name: "growth of the squared gradient over twelve layers, log E",
      at: [{ B: 8, phi: activation("tanh") }],
      experiment: ({ B, phi }) => explosionOfMean({ activation: phi, batch: B, depth: 13 }),
      predict: ({ B, phi }) => logarithmTimes(12, batchNorm({ activation: phi, batch: B }).rate),
      width: { quick: 128, full: 500 },
      order: 1,
      resolution: 0.06,
      budget: { quick: 800, full: 800 },
    },
  ],
});
