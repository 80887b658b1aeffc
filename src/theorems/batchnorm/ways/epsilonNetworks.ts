/** Networks with epsilon, and the means of epsilonMeans.ts at their fixed points. */

import { domainError } from "../../../numeric/domain.js";
import { activation } from "../../../symbolic/activation/create.js";
import { type BatchNorm, batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import type { Values } from "../../domain.js";
import { type EpsilonMeans, epsilonMeans } from "./epsilonMeans.js";

export const epsilonParameters = {
  B: { set: "integer", min: 4, max: 24, doc: "batch size; larger ones take seconds" },
  phi: { set: "choice", of: ["tanh", "sigmoid", "gelu", "softplus", "sin", "relu"], doc: "activation" },
  epsilon: {
    set: "real",
    min: 1e-4,
    max: 0.1,
    doc: "epsilon; where it collapses the batch there is nothing to compare",
  },
  w: { set: "real", min: 0.5, max: 3, doc: "weight variance" },
} as const;

export const epsilonNotation = {
  w: "the weight variance",
  mu: "the G-eigenvalue of the inputs' covariance at the fixed point",
  s: "s^2 = mu r^2/(mu r^2 + B epsilon), r^2 chi square of B-1 degrees of freedom; S^2 = mu r^2/B + epsilon",
} as const;

export type EpsilonValues = Values<typeof epsilonParameters>;

/** The law of r is wide for small batches. Measured: 2e-9 at worst, B = 4 and epsilon = 1e-4. */
const radiiFor = (batch: number): number => (batch < 8 ? 40 : 28);

export const epsilonNetwork = ({ B, phi, epsilon, w }: EpsilonValues): BatchNorm =>
  batchNorm({ activation: phi, batch: B, epsilon, weightVariance: w });

export const meansFor = ({ B, phi, epsilon }: EpsilonValues, mu: number): EpsilonMeans =>
  epsilonMeans(activation(phi), B, epsilon, mu, radiiFor(B));

/** mu > 0. Throws a TheoryError where epsilon collapses the batch. */
export function fixedPointOf(values: EpsilonValues): number {
  const mu = epsilonNetwork(values).fixedPoint.mu.value;
  if (mu > 0) return mu;
  throw domainError("epsilon", values.epsilon, "below the threshold of collapse", "There mu is 0.");
}

export const meansAt = (values: EpsilonValues): EpsilonMeans => meansFor(values, fixedPointOf(values));

const table = [
  {
    at: { B: 8, phi: "relu", epsilon: 0.05, w: 2 },
    mu: "0.674006188653735504373",
    rate: "1.70051185209074733684",
  },
  {
    at: { B: 8, phi: "tanh", epsilon: 0.1, w: 1.5 },
    mu: "0.646758087997481048541",
    rate: "1.255116165036192658",
  },
] as const;

/** Trusted digits of mu or the rate against the means at that mu. */
export const epsilonReferences = (quantity: "mu" | "rate") =>
  table.map(({ at, ...values }) => ({
    kind: "reference" as const,
    at,
    value: values[quantity],
    origin: "test/reference/batchnorm.json: Newton and radial integrals in two resolutions (mpmath)",
    way: {
      name: "the right side at mu = its reference, by a radial rule around a product rule",
      evaluate: (point: EpsilonValues) => {
        const means = epsilonMeans(activation(point.phi), point.B, point.epsilon, Number(values.mu), 40);
        return point.w * (quantity === "mu" ? means.gap : means.rate);
      },
    },
    tolerance: { unit: "rel" as const, limit: 1e-10, why: "40 radii" },
  }));
