/** (22), (23), (41): gradients a layer nearer to the input have the covariance E[J^T Pi J], whose eigenspaces are span(G), L and M. */
import { domainError } from "../../../numeric/domain.js";
import { activation } from "../../../symbolic/activation/create.js";
import { over } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { theorem } from "../../theorem.js";
import { denseBackward } from "../ways/denseBackward.js";
import { jacobianOn } from "../ways/networks.js";

const claim = equation(symbol("lambda"), over(symbol("f"), symbol("g")));
const settingsOf = (text: string) =>
  (["G", "L", "M"] as const).map((space) => ({ B: 8, phi: activation(text), space }));
const [first, ...others] = settingsOf("relu") as [Setting, ...Setting[]];
type Setting = ReturnType<typeof settingsOf>[number];

export const backwardEigenvalues = theorem({
  id: "batchnorm/backward-eigenvalues",
  kind: "theorem",
  title: "The covariance of gradients is multiplied by one number on each of span(G), L and M",
  notation: {
    lambda: "the eigenvalue of Pi -> E[J^T Pi J] at BSB1",
    f: "<Pi, E[J^T Pi J]>, J the Jacobian of a neuron's batch norm and activation",
    g: "<Pi, Pi>, Pi in the space",
  },
  parameters: {
    B: { set: "integer", min: 4, max: 8, doc: "batch size; the dense operator reaches 6" },
    phi: { set: "activation", class: "any", doc: "activation" },
    space: { set: "choice", of: ["G", "L", "M"], doc: "eigenspace" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "eqs. (22), (23), (41)" }],
  uses: ["batchnorm/definition-c-2", "batchnorm/proposition-c-4"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the Rayleigh quotient of the dense operator on the sphere, B = 4 or 5",
        evaluate: ({ B, phi, space }) => denseBackward(phi, B, space as "G" | "L" | "M"),
      },
      right: {
        name: "the eigenvalue by moments of two samples",
        evaluate({ B, phi, space }) {
          const found = batchNorm({ activation: phi, batch: B }).backward[space];
          if (found === null) throw domainError("phi", phi.text, "without jumps", "The eigenvalue is infinite.");
          return found;
        },
      },
      tolerance: { unit: "rel", limit: 1e-9, why: "rounding of sums of 1e5 terms; both sides state their errors" },
      cases: { count: 24, why: "two dense operators take 30 to 80 ms" },
    },
    {
      kind: "simulation",
      name: "the operator on each space in wide networks",
      at: [first, ...others],
      atFull: settingsOf("tanh"),
      experiment: ({ B, phi, space }) => jacobianOn({ activation: phi, batch: B, depth: 3 }, space as "G" | "L" | "M"),
      predict: ({ B, phi, space }) => batchNorm({ activation: phi, batch: B }).backward[space as "G" | "L" | "M"]!,
      width: { quick: 128, full: 500 },
      order: 1,
      resolution: 0.02,
      budget: { quick: 600, full: 600 },
    },
  ],
});
