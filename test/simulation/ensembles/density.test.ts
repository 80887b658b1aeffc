/** Dyson densities against sampled matrices. */
import { describe, expect, it } from "vitest";
import { gaussKronrod } from "../../../src/numeric/quadrature/gaussKronrod.js";
import { GaussianStream } from "../../../src/numeric/random/gaussianStream.js";
import { deformed } from "../../../src/simulation/ensembles/deformed.js";
import { eigenvalueHistogram } from "../../../src/simulation/ensembles/eigenvalueHistogram.js";
import { centredWishart, chiral, wishart } from "../../../src/simulation/ensembles/gram.js";
import { kroneckerSum } from "../../../src/simulation/ensembles/kroneckerSum.js";
import { separable } from "../../../src/simulation/ensembles/separable.js";
import { spectrumOf } from "../../../src/simulation/ensembles/spectrumOf.js";
import { type SymmetricMatrix, symmetricMatrix } from "../../../src/simulation/ensembles/symmetricMatrix.js";
import { varianceProfile } from "../../../src/simulation/ensembles/varianceProfile.js";
import { goe, wigner } from "../../../src/simulation/ensembles/wigner.js";
import { deformedEquation } from "../../../src/theory/landscape/dyson/deformedEquation.js";
import { type DysonEquation, dysonEquation } from "../../../src/theory/landscape/dyson/dysonEquation.js";
import { empiricalEquation } from "../../../src/theory/landscape/dyson/empiricalEquation.js";
import { chiralSelfEnergy } from "../../../src/theory/landscape/dyson/selfEnergies/chiralSelfEnergy.js";
import { kroneckerSelfEnergy } from "../../../src/theory/landscape/dyson/selfEnergies/kroneckerSelfEnergy.js";
import { profileSelfEnergy } from "../../../src/theory/landscape/dyson/selfEnergies/profileSelfEnergy.js";
import { scalarSelfEnergy } from "../../../src/theory/landscape/dyson/selfEnergies/scalarSelfEnergy.js";
import { separableSelfEnergy } from "../../../src/theory/landscape/dyson/selfEnergies/separableSelfEnergy.js";
import { dysonSweep } from "../../../src/theory/landscape/dyson/solver/solveDyson.js";
import { wishartDensity } from "../../../src/theory/landscape/dyson/spectrum/wishartDensity.js";

interface Ensemble {
  readonly sample: (n: number, from: GaussianStream) => SymmetricMatrix;
  readonly density: (energy: number) => number;
  /** Ends of the bins: the spectrum's edges lie inside of the outer ones. */
  readonly edges: readonly number[];
}

const of = (equation: DysonEquation) => {
  const sweep = dysonSweep(equation);
  return (energy: number) => sweep(energy).density;
};
const atRatio = (ratio: number) => (energy: number) => wishartDensity(ratio, [energy]).points[0]!.density;

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
// A0 +- ROOT A for two A: samples of mean A0 whose self-energy, over 4 - 1, is the sum of A R A
const ROOT = Math.sqrt(3 / 2);
const around = (A: readonly (readonly number[])[], factor: number) =>
  A.map((row, i) => row.map((value, j) => A0[i]![j]! + factor * value));
const root = [
  [1, 0.5],
  [0.5, 0.8],
];
// its square
const D = [
  [1.25, 0.9],
  [0.9, 0.89],
];
/** A0 + D^(1/2) X D^(1/2), each entry times the identity of n rows. */
const turned = (n: number, { entries }: SymmetricMatrix) =>
  symmetricMatrix(2 * n, (i, j) => {
    const [a, b, s, t] = [Math.floor(i / n), Math.floor(j / n), i % n, j % n];
    let sum = s === t ? A0[a]![b]! : 0;
    for (const c of [0, 1]) {
      for (const d of [0, 1]) sum += root[a]![c]! * entries[(c * n + s) * 2 * n + d * n + t]! * root[d]![b]!;
    }
    return sum;
  });
const halves = (n: number, a: number, b: number) => Array.from({ length: n }, (_, i) => (i < n / 2 ? a : b));

const ensembles: Readonly<Record<string, Ensemble>> = {
  goe: {
    sample: goe,
    density: of(dysonEquation(scalarSelfEnergy(1))),
    edges: [-3, -1.6, -1.2, -0.8, -0.4, 0, 0.4, 0.8, 1.2, 1.6, 3],
  },
  "signs, sparse": {
    sample: (n, from) => wigner(n, "sparse", from),
    density: of(dysonEquation(scalarSelfEnergy(1))),
    edges: [-3, -1, 0, 1, 3],
  },
  "variance profile": {
    sample: (n, from) => varianceProfile([0.25 * n, 0.75 * n], profile, from),
    density: of(dysonEquation(profileSelfEnergy(profile, [0.25, 0.75]))),
    edges: [-2.5, -1, -0.7, -0.4, -0.1, 0.2, 0.5, 0.8, 1.1, 2.5],
  },
  separable: {
    sample: (n, from) => separable(halves(n, 0.3, 1.5), from),
    density: of(
      dysonEquation(
        profileSelfEnergy(
          [
            [0.09, 0.45],
            [0.45, 2.25],
          ],
          [0.5, 0.5],
        ),
      ),
    ),
    edges: [-3.5, -1.5, -1, -0.6, -0.3, 0, 0.3, 0.6, 1, 1.5, 3.5],
  },
  kronecker: {
    sample: (n, from) => kroneckerSum(A0, coefficients, n / 2, from),
    density: of(dysonEquation(kroneckerSelfEnergy(coefficients), { mean: A0 })),
    edges: [-5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 5],
  },
  "kronecker, by four samples of a block": {
    sample: (n, from) => kroneckerSum(A0, coefficients, n / 2, from),
    density: of(empiricalEquation(coefficients.flatMap((A) => [around(A, ROOT), around(A, -ROOT)]))),
    edges: [-5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 5],
  },
  "separable, not diagonal": {
    sample: (n, from) => turned(n / 2, goe(n, from)),
    density: of(dysonEquation(separableSelfEnergy(D), { mean: A0 })),
    edges: [-5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 5],
  },
  "X X^T/n": {
    sample: (n, from) => wishart(n / 2, n, from),
    density: atRatio(0.5),
    edges: [0.01, 0.3, 0.6, 0.9, 1.2, 1.5, 2, 2.5, 4.5],
  },
  deformed: {
    sample: (n, from) => deformed(halves(n, 1.5, -1.5), from),
    density: of(deformedEquation([1.5, -1.5])),
    edges: [-4.5, -2.2, -1.7, -1.2, -0.8, 0, 0.8, 1.2, 1.7, 2.2, 4.5],
  },
  "chiral, without its zeros": {
    sample: (n, from) => chiral(n / 4, (3 * n) / 4, from),
    density: of(dysonEquation(chiralSelfEnergy(1 / 3))),
    edges: [0.1, 0.7, 0.9, 1.1, 1.3, 2.2],
  },
};

function massesOf({ density, edges }: Ensemble): readonly number[] {
  const options = { relativeTolerance: 1e-5, absoluteTolerance: 1e-6 };
  return edges.slice(1).map((high, k) => gaussKronrod(density, edges[k]!, high, options).value);
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
    const density = of(dysonEquation(scalarSelfEnergy(0.5)));
    const edges = [-3, -0.7, -0.3, 0, 0.3, 0.7, 3];
    const ensemble: Ensemble = { sample: (n, from) => centredWishart(n, 2 * n, from), density, edges };
    const list = deviations(ensemble, massesOf(ensemble), 24);
    expect(chiSquare(list)).toBeGreaterThan(4 * limit(list.length));
  });

  it("of X X^T/n - I are negative for 0.576 of them at n = 2 p, which Marchenko and Pastur's law has below 1, and not for a half", () => {
    const marchenkoPastur = atRatio(0.5);
    const density = (energy: number) => marchenkoPastur(energy + 1);
    const ensemble: Ensemble = { sample: (n, from) => centredWishart(n, 2 * n, from), density, edges: [-3, 0, 3] };
    const masses = massesOf(ensemble);
    expect(masses[0]).toBeCloseTo(0.576, 3);
    for (const z of deviations(ensemble, masses, 24)) expect(Math.abs(z)).toBeLessThan(4);
    expect(deviations(ensemble, [0.5, 0.5], 24)[0]).toBeGreaterThan(10);
  });

  it("tell a semicircle of variance 1.15 from one of variance 1", () => {
    const ensemble = { ...ensembles.goe!, density: of(dysonEquation(scalarSelfEnergy(1.15))) };
    const list = deviations(ensemble, massesOf(ensemble));
    expect(chiSquare(list)).toBeGreaterThan(2 * limit(list.length));
  });
});
