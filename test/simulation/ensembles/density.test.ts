/** Dyson densities against sampled matrices. */
import { describe, expect, it } from "vitest";
import { gaussKronrod } from "../../../src/numeric/quadrature/gaussKronrod.js";
import { GaussianStream } from "../../../src/numeric/random/gaussianStream.js";
import { deformed } from "../../../src/simulation/ensembles/deformed.js";
import { eigenvalueHistogram } from "../../../src/simulation/ensembles/eigenvalueHistogram.js";
import { centredWishart, chiral } from "../../../src/simulation/ensembles/gram.js";
import { kroneckerSum } from "../../../src/simulation/ensembles/kroneckerSum.js";
import { separable } from "../../../src/simulation/ensembles/separable.js";
import { spectrumOf } from "../../../src/simulation/ensembles/spectrumOf.js";
import type { SymmetricMatrix } from "../../../src/simulation/ensembles/symmetricMatrix.js";
import { varianceProfile } from "../../../src/simulation/ensembles/varianceProfile.js";
import { goe, wigner } from "../../../src/simulation/ensembles/wigner.js";
import { deformedEquation } from "../../../src/theory/landscape/dyson/deformedEquation.js";
import { type DysonEquation, dysonEquation } from "../../../src/theory/landscape/dyson/dysonEquation.js";
import { chiralSelfEnergy } from "../../../src/theory/landscape/dyson/selfEnergies/chiralSelfEnergy.js";
import { kroneckerSelfEnergy } from "../../../src/theory/landscape/dyson/selfEnergies/kroneckerSelfEnergy.js";
import { profileSelfEnergy } from "../../../src/theory/landscape/dyson/selfEnergies/profileSelfEnergy.js";
import { scalarSelfEnergy } from "../../../src/theory/landscape/dyson/selfEnergies/scalarSelfEnergy.js";
import { dysonSweep } from "../../../src/theory/landscape/dyson/solver/solveDyson.js";

interface Ensemble {
  readonly sample: (n: number, from: GaussianStream) => SymmetricMatrix;
  readonly equation: DysonEquation;
  /** Ends of the bins: the spectrum's edges lie inside of the outer ones. */
  readonly edges: readonly number[];
}

const profile = [
  [1, 0.2],
  [0.2, 0.5],
];
const A0 = [
  [0.4, 0],
  [0, -0.2],
];
const coefficients = [
  [
    [1, 0.5],
    [0.5, -1],
  ],
  [
    [0, 1],
    [1, 0.3],
  ],
];
const halves = (n: number, a: number, b: number) => Array.from({ length: n }, (_, i) => (i < n / 2 ? a : b));

const ensembles: Readonly<Record<string, Ensemble>> = {
  goe: {
    sample: goe,
    equation: dysonEquation(scalarSelfEnergy(1)),
    edges: [-3, -1.6, -1.2, -0.8, -0.4, 0, 0.4, 0.8, 1.2, 1.6, 3],
  },
  "signs, sparse": {
    sample: (n, from) => wigner(n, "sparse", from),
    equation: dysonEquation(scalarSelfEnergy(1)),
    edges: [-3, -1, 0, 1, 3],
  },
  "variance profile": {
    sample: (n, from) => varianceProfile([0.25 * n, 0.75 * n], profile, from),
    equation: dysonEquation(profileSelfEnergy(profile, [0.25, 0.75])),
    edges: [-2.5, -1, -0.7, -0.4, -0.1, 0.2, 0.5, 0.8, 1.1, 2.5],
  },
  separable: {
    sample: (n, from) => separable(halves(n, 0.3, 1.5), from),
    equation: dysonEquation(
      profileSelfEnergy(
        [
          [0.09, 0.45],
          [0.45, 2.25],
        ],
        [0.5, 0.5],
      ),
    ),
    edges: [-3.5, -1.5, -1, -0.6, -0.3, 0, 0.3, 0.6, 1, 1.5, 3.5],
  },
  kronecker: {
    sample: (n, from) => kroneckerSum(A0, coefficients, n / 2, from),
    equation: dysonEquation(kroneckerSelfEnergy(coefficients), { mean: A0 }),
    edges: [-5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 5],
  },
  deformed: {
    sample: (n, from) => deformed(halves(n, 1.5, -1.5), from),
    equation: deformedEquation([1.5, -1.5]),
    edges: [-4.5, -2.2, -1.7, -1.2, -0.8, 0, 0.8, 1.2, 1.7, 2.2, 4.5],
  },
  "chiral, without its zeros": {
    sample: (n, from) => chiral(n / 4, (3 * n) / 4, from),
    equation: dysonEquation(chiralSelfEnergy(1 / 3)),
    edges: [0.1, 0.7, 0.9, 1.1, 1.3, 2.2],
  },
};

function massesOf({ equation, edges }: Ensemble): readonly number[] {
  const sweep = dysonSweep(equation);
  const options = { relativeTolerance: 1e-5, absoluteTolerance: 1e-6 };
  return edges.slice(1).map((high, k) => gaussKronrod((E) => sweep(E).density, edges[k]!, high, options).value);
}

const SAMPLES = 60;

/**
 * Deviations in standard errors, bin by bin. Mean shares of size N are off by a/N + O(1/N^2): twice those of size 2 N less those of size N are
 * without a; the second order is far below the standard errors of so few samples.
 */
function deviations(ensemble: Ensemble, masses: readonly number[], size = 48): readonly number[] {
  const from = new GaussianStream({ seed: 12, sample: 0, draw: 0 });
  const [one, two] = [size, 2 * size].map((n) => {
    const spectra = Array.from({ length: SAMPLES }, () => spectrumOf(ensemble.sample(n, from)));
    return eigenvalueHistogram(spectra, ensemble.edges);
  }) as [ReturnType<typeof eigenvalueHistogram>, ReturnType<typeof eigenvalueHistogram>];
  return masses.map((mass, k) => {
    const error = Math.hypot(2 * two.standardErrors[k]!, one.standardErrors[k]!);
    return (2 * two.shares[k]! - one.shares[k]! - mass) / error;
  });
}

const chiSquare = (list: readonly number[]) => list.reduce((sum, z) => sum + z * z, 0);
/** Chi-square quantile at 1 - 1e-4, by Wilson and Hilferty. */
const limit = (k: number) => k * (1 - 2 / (9 * k) + 3.719 * Math.sqrt(2 / (9 * k))) ** 3;

describe("sampled eigenvalues", () => {
  it.each(Object.keys(ensembles))("of %s have the Dyson density within their standard errors", (name) => {
    const ensemble = ensembles[name]!;
    const list = deviations(ensemble, massesOf(ensemble));
    expect(chiSquare(list)).toBeLessThan(limit(list.length));
  });

  it("of X X^T/n - I do not have that of the Gaussian ensemble with its covariance", () => {
    const equation = dysonEquation(scalarSelfEnergy(0.5));
    const edges = [-3, -0.7, -0.3, 0, 0.3, 0.7, 3];
    const ensemble: Ensemble = { sample: (n, from) => centredWishart(n, 2 * n, from), equation, edges };
    const list = deviations(ensemble, massesOf(ensemble), 24);
    expect(chiSquare(list)).toBeGreaterThan(4 * limit(list.length));
  });

  it("tell a semicircle of variance 1.15 from one of variance 1", () => {
    const ensemble = { ...ensembles.goe!, equation: dysonEquation(scalarSelfEnergy(1.15)) };
    const list = deviations(ensemble, massesOf(ensemble));
    expect(chiSquare(list)).toBeGreaterThan(2 * limit(list.length));
  });
});
