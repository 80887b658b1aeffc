import { eventVarianceErratum } from "../../../../proofs/ladder/eventVariance.js";
import { domainError } from "../../../numeric/domain.js";
import { GaussianStream } from "../../../numeric/random/gaussianStream.js";
import { batchNormBackward } from "../../../theory/ladder/batchNorm/batchNormBackward.js";
import { ladderBatchNorm, ladderBatchNormBackward } from "../../../theory/ladder/batchNorm/ladderBatchNorm.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { seed } from "./settings.js";

interface AtomsPoint {
  readonly atoms: number;
  readonly events: number;
  readonly seed: number;
}

/** Equally likely atoms with events, Gaussian activations and gradients. */
function atomsAt({ atoms, events, seed: key }: AtomsPoint) {
  const stream = new GaussianStream({ seed: key, sample: 0, draw: 0 });
  const z = Array.from({ length: atoms }, () => Math.floor(events * stream.uniform()));
  const f = z.map(() => stream.next());
  const g = z.map(() => stream.next());
  const mean = f.reduce((sum, value) => sum + value, 0) / atoms;
  const variance = f.reduce((sum, value) => sum + (value - mean) ** 2, 0) / atoms;
  if (variance < 1e-4) throw domainError("f", "nearly constant", "a standard deviation of 0.01", "Take another seed.");
  return { z, f, g, variance };
}

/** Per event that occurs: probability, means, variance, covariance. */
function conditionals({ z, f, g }: ReturnType<typeof atomsAt>) {
  const occurring = [...new Set(z)].sort((a, b) => a - b);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const given = (values: readonly number[]) => occurring.map((event) => mean(values.filter((_, i) => z[i] === event)));
  const [fz, gz] = [given(f), given(g)];
  const at = z.map((event) => occurring.indexOf(event));
  return {
    given,
    means: fz,
    gradients: gz,
    probabilities: occurring.map((event) => z.filter((own) => own === event).length / z.length),
    variances: given(f.map((value, i) => (value - fz[at[i]!]!) ** 2)),
    covariances: given(f.map((value, i) => (value - fz[at[i]!]!) * (g[i]! - gz[at[i]!]!))),
  };
}

export const eventVariance = theorem({
  id: "ladder/event-variance",
  kind: "proposition",
  title:
    "The variance in batch norm is that of the conditional means plus the mean variance within events; the second part acts as an epsilon and ends the projection property.",
  notation: { V: "Var f(x)", V_z: "Var_z f(z), f(z) = E(f | z)", E_V: "E Var(f | z)" },
  parameters: {
    atoms: { set: "integer", min: 2, max: 16, doc: "Equally likely inputs." },
    events: { set: "integer", min: 1, max: 4, doc: "Most events." },
    seed,
  },
  assumptions: [],
  claim: eventVarianceErratum.corrected,
  source: paper("Eqn 12"),
  uses: ["ladder/equation-12"],
  proof: { kind: "steps", file: "proofs/ladder/eventVariance.ts" },
  checks: [
    {
      kind: "routes",
      left: { name: "Var f over the inputs", evaluate: (point) => atomsAt(point).variance },
      right: {
        name: "Var_z f(z) + E Var(f | z)",
        evaluate: (point) => {
          const { probabilities, means, variances } = conditionals(atomsAt(point));
          return ladderBatchNorm(probabilities, means, { variances, epsilon: 1 }).variance.total;
        },
      },
      tolerance: { unit: "rel", limit: 1e-11, why: "rounding of sums of 16 squares, a ten-thousandth of them left" },
    },
    {
      kind: "routes",
      left: {
        name: "batch norm over the inputs, forward and backward, averaged in each event",
        evaluate: (point) => {
          const atoms = atomsAt(point);
          const { output, inputGradient } = batchNormBackward(atoms.f, atoms.g);
          const { given } = conditionals(atoms);
          return [...given(output), ...given(inputGradient)];
        },
      },
      right: {
        name: "batch norm over the events, with variances and covariances within them",
        evaluate: (point) => {
          const { probabilities, means, gradients, variances, covariances } = conditionals(atomsAt(point));
          return [
            ...ladderBatchNorm(probabilities, means, { variances }).output,
            ...ladderBatchNormBackward(probabilities, means, gradients, { variances, covariances }),
          ];
        },
      },
      tolerance: { unit: "abs", limit: 1e-11, why: "rounding over sigma, which is at least 0.01" },
    },
  ],
  printed: {
    claim: eventVarianceErratum.printed,
    says: "sigma^2 = E_z[(f(z) - mu)^2] is printed: it drops the variance within events, and equals the variance only where f is a function of z.",
    damaged: false,
    refutation: { kind: "exact", erratum: eventVarianceErratum },
  },
});
