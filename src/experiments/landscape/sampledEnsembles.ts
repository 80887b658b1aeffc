/** Ensembles with their Dyson equations: what is sampled knows nothing of what is solved. */
import type { GaussianStream } from "../../numeric/random/gaussianStream.js";
import { deformed } from "../../simulation/ensembles/deformed.js";
import { centredWishart, chiral } from "../../simulation/ensembles/gram.js";
import { kroneckerSum } from "../../simulation/ensembles/kroneckerSum.js";
import { separable } from "../../simulation/ensembles/separable.js";
import type { SymmetricMatrix } from "../../simulation/ensembles/symmetricMatrix.js";
import { varianceProfile } from "../../simulation/ensembles/varianceProfile.js";
import { goe, wigner } from "../../simulation/ensembles/wigner.js";
import { deformedEquation } from "../../theory/landscape/dyson/deformedEquation.js";
import { type DysonEquation, dysonEquation } from "../../theory/landscape/dyson/dysonEquation.js";
import { chiralSelfEnergy } from "../../theory/landscape/dyson/selfEnergies/chiralSelfEnergy.js";
import { kroneckerSelfEnergy } from "../../theory/landscape/dyson/selfEnergies/kroneckerSelfEnergy.js";
import { profileSelfEnergy } from "../../theory/landscape/dyson/selfEnergies/profileSelfEnergy.js";
import { scalarSelfEnergy } from "../../theory/landscape/dyson/selfEnergies/scalarSelfEnergy.js";

export interface SampledEnsemble {
  readonly name: string;
  /** N x N; N is a multiple of 20. */
  readonly sample: (N: number, stream: GaussianStream) => SymmetricMatrix;
  readonly equation: () => DysonEquation;
  /** The spectrum lies within -reach .. reach, for large N. */
  readonly reach: number;
  /** The equation has the mean and the covariance of the matrix, and yet not its spectrum. */
  readonly fails?: true;
}

const PROFILE = [
  [1, 0.2],
  [0.2, 0.5],
];
const MEAN = [
  [0.4, 0],
  [0, -0.2],
];
const COEFFICIENTS = [
  [
    [1, 0.5],
    [0.5, -1],
  ],
  [
    [0, 1],
    [1, 0.3],
  ],
];
const VARIANCES = [0.3, 1.5];

/** N numbers, the first half the first one. */
const halves = (N: number, [first, second]: readonly number[]): number[] =>
  Array.from({ length: N }, (_, i) => (i < N / 2 ? first! : second!));

export const sampledEnsembles: readonly SampledEnsemble[] = Object.freeze([
  {
    name: "Gaussian orthogonal",
    sample: goe,
    equation: () => dysonEquation(scalarSelfEnergy(1)),
    reach: 2.2,
  },
  {
    name: "variance profile",
    sample: (N, stream) => varianceProfile([0.3 * N, 0.7 * N], PROFILE, stream),
    equation: () => dysonEquation(profileSelfEnergy(PROFILE, [0.3, 0.7])),
    reach: 1.6,
  },
  {
    name: "separable",
    sample: (N, stream) => separable(halves(N, VARIANCES), stream),
    equation: () =>
      dysonEquation(
        profileSelfEnergy(
          VARIANCES.map((row) => VARIANCES.map((column) => row * column)),
          [0.5, 0.5],
        ),
      ),
    reach: 2.7,
  },
  {
    name: "Kronecker",
    sample: (N, stream) => kroneckerSum(MEAN, COEFFICIENTS, N / 2, stream),
    equation: () => dysonEquation(kroneckerSelfEnergy(COEFFICIENTS), { mean: MEAN }),
    reach: 3.6,
  },
  {
    name: "Wigner, sparse signs",
    sample: (N, stream) => wigner(N, "sparse", stream),
    equation: () => dysonEquation(scalarSelfEnergy(1)),
    reach: 2.2,
  },
  {
    name: "deformed",
    sample: (N, stream) => deformed(halves(N, [1.5, -1.5]), stream),
    equation: () => deformedEquation([1.5, -1.5]),
    reach: 3.2,
  },
  {
    name: "chiral, p = n/3",
    sample: (N, stream) => chiral(N / 4, (3 * N) / 4, stream),
    equation: () => dysonEquation(chiralSelfEnergy(1 / 3)),
    reach: 1.7,
  },
  {
    name: "X X^T/n - I, n = 2 p",
    sample: (N, stream) => centredWishart(N, 2 * N, stream),
    equation: () => dysonEquation(scalarSelfEnergy(0.5)),
    reach: 2.2,
    fails: true,
  },
]);
