/**
 * The constants of Lemma 5 of Tian 2020, as printed, in natural units:
 *   M = (10 eps0^delta / r) sqrt(d/(2 pi)),  M2 = 2 M0 M K eps0^delta + 5 eps0^(2 delta),  q_j = 5 eps/|c_j|,
 *   sin theta~ <= M K eps^(1-delta)/|c_j|,   |b_j' - s b_j| <= M2 eps^(1-2 delta)/|c_j|,
 * and its volume argument V_{d-1}(r) >= r sqrt(2 pi/d) V_{d-2}(r) for balls, where V_{d-1}/V_{d-2} = sqrt(pi) r Gamma(d/2)/Gamma((d+1)/2).
 * delta = 0 is allowed: both bounds are then of order eps/|c_j|, and eps0 is not needed.
 */
import { assertAbove, assertInteger, domainError } from "../../../numeric/domain.js";
import { assertShapes, modest, settingsOf } from "../../../numeric/shape.js";
import { gammaRatio } from "../../../numeric/special/gammaRatio.js";

export interface NoisyRecoverySettings {
  /** d, the number of inputs: 2 to 10^6. */
  readonly dimension: number;
  /** K, the number of ReLU nodes in the combination, at least 1. */
  readonly nodes: number;
  /** r > 0, the radius of the ball in the boundary of node j. */
  readonly radius: number;
  /** eps0 >= epsilon. */
  readonly largestEpsilon: number;
  /** 0 <= delta < 1. */
  readonly delta: number;
  /** M0 >= 0: the largest |x| on the boundary of node j inside the region. */
  readonly reach: number;
  /** eps >= 0: bounds the combination on the region. */
  readonly epsilon: number;
  /** c_j != 0. */
  readonly coefficient: number;
}

export interface NoisyRecoveryConstants {
  readonly M: number;
  readonly M2: number;
  /** q_j = 5 eps/|c_j|. */
  readonly clearance: number;
  /** Bounds sin theta~; above 1 it says nothing. */
  readonly sineBound: number;
  /** Bounds the distance of the biases. */
  readonly biasBound: number;
  /** V_{d-1}(r)/V_{d-2}(r), and what the proof replaces it by: never larger. */
  readonly volumeRatio: number;
  readonly volumeLower: number;
}

function assertSettings(settings: NoisyRecoverySettings): void {
  const { dimension, nodes, radius, largestEpsilon, delta, reach, epsilon, coefficient } = settings;
  assertInteger("dimension", dimension, 2, 1e6);
  assertInteger("nodes", nodes, 1, 1e9);
  assertAbove("radius", radius, 0);
  assertAbove("largestEpsilon", largestEpsilon, 0);
  if (!(delta >= 0 && delta < 1)) throw domainError("delta", delta, "0 <= delta < 1", "0 gives the best rate.");
  if (!(reach >= 0 && Number.isFinite(reach))) {
    throw domainError("reach", reach, "a finite number of at least 0", "Pass the largest |x| on the boundary.");
  }
  if (!(epsilon >= 0)) throw domainError("epsilon", epsilon, "at least 0", "Pass the bound of an absolute value.");
  if (epsilon > largestEpsilon) {
    throw domainError("epsilon", epsilon, "a number from 0 to largestEpsilon", "Raise largestEpsilon.");
  }
  if (!Number.isFinite(coefficient) || coefficient === 0) {
    throw domainError("coefficient", coefficient, "a finite number that is not 0", "Without it node j is not seen.");
  }
}

/** Relative error 1e-14. @throws TheoryError "domain" for settings outside the ranges given with them. */
export function noisyRecoveryConstants(settings: NoisyRecoverySettings): NoisyRecoveryConstants {
  assertShapes(
    {
      settings: settingsOf({
        dimension: modest,
        nodes: modest,
        radius: modest,
        largestEpsilon: modest,
        delta: modest,
        reach: modest,
        epsilon: modest,
        coefficient: modest,
      }),
    },
    { settings },
  );
  assertSettings(settings);
  const { dimension: d, nodes, radius, largestEpsilon, delta, reach, epsilon, coefficient } = settings;
  const power = largestEpsilon ** delta;
  const M = ((10 * power) / radius) * Math.sqrt(d / (2 * Math.PI));
  const M2 = 2 * reach * M * nodes * power + 5 * power ** 2;
  const size = Math.abs(coefficient);
  return {
    M,
    M2,
    clearance: (5 * epsilon) / size,
    sineBound: (M * nodes * epsilon ** (1 - delta)) / size,
    biasBound: (M2 * epsilon ** (1 - 2 * delta)) / size,
    volumeRatio: (Math.sqrt(Math.PI) * radius) / gammaRatio(d / 2, 1 / 2),
    volumeLower: radius * Math.sqrt((2 * Math.PI) / d),
  };
}
