/**
 * X X^T/n, X p x n with rows of given variances, by the chiral matrix [[0, X], [X^T, 0]]/sqrt(n): its eigenvalues are +-s and zeros, those
 * of X X^T/n are s^2 and zeros. With r = p/n and F, m_k of the chiral matrix of p + n rows:
 *
 *   P(x' <= x) = 1 - (1 + 1/r)(1 - F(sqrt x)),   int x^k = (1 + 1/r) m_2k/2 for k >= 1.
 */
import { dysonEquation } from "../../../theory/landscape/dyson/dysonEquation.js";
import { profileSelfEnergy } from "../../../theory/landscape/dyson/selfEnergies/profileSelfEnergy.js";
import { dysonMoments } from "../../../theory/landscape/dyson/spectrum/dysonMoments.js";
import type { Band } from "../../../theory/landscape/dyson/spectrum/findBands.js";
import { spectralDistribution } from "../../../theory/landscape/dyson/spectrum/spectralDistribution.js";
import { wishartDensity } from "../../../theory/landscape/dyson/spectrum/wishartDensity.js";
import type { EnsembleSpectrum, EnsembleTheory } from "./spectralTheory.js";

function chiralEquation(ratio: number, variances: readonly number[], fractions: readonly number[]) {
  const rows = variances.length;
  // N Var = v (p + n)/n between rows and columns of X
  const entry = (i: number, j: number) => (i < rows === j < rows ? 0 : variances[Math.min(i, j)]! * (1 + ratio));
  const profile = Array.from({ length: rows + 1 }, (_, i) => Array.from({ length: rows + 1 }, (__, j) => entry(i, j)));
  return dysonEquation(
    profileSelfEnergy(profile, [...fractions.map((f) => (f * ratio) / (1 + ratio)), 1 / (1 + ratio)]),
  );
}

const square = ({ value, error }: Band["low"]) => ({ value: value ** 2, error: 2 * Math.abs(value) * error });

/** Bands of the positive half, squared; one around 0 begins there. */
const squaredBands = (bands: readonly Band[]): readonly Band[] =>
  bands.flatMap(({ low, high }): Band[] => {
    if (high.value <= high.error) return [];
    const inside = low.value <= low.error;
    return [{ low: inside ? { value: 0, error: low.error ** 2 } : square(low), high: square(high) }];
  });

/** @throws TheoryError for a ratio, variances or fractions outside their domains. */
export function wishartTheory(
  ratio: number,
  variances: readonly number[],
  fractions: readonly number[],
): EnsembleTheory {
  const { atomAtZero } = wishartDensity(ratio, [], { variances, fractions });
  const equation = chiralEquation(ratio, variances, fractions);
  const rows = 1 + 1 / ratio;
  const spectrum = (): EnsembleSpectrum => {
    const chiral = spectralDistribution(equation);
    const cumulative = (x: number) => (x < 0 ? 0 : 1 - rows * (1 - chiral.cumulative(Math.sqrt(x))));
    const error = rows * chiral.error;
    return {
      bands: squaredBands(chiral.bands),
      atoms: atomAtZero > 0 ? [{ energy: 0, mass: atomAtZero, error: 0 }] : [],
      // both halves of the bands, and the atom at 0 in closed form
      mass: atomAtZero + (rows / 2) * (chiral.mass - chiral.atoms.reduce((sum, { mass }) => sum + mass, 0)),
      ...{ error, cumulative },
    };
  };
  return {
    // ||D^(1/2) X X^T D^(1/2)||/n is at most that of X X^T/n times the largest variance
    range: [0, Math.max(...variances) * (1 + Math.sqrt(ratio)) ** 2],
    densities: (energies) =>
      wishartDensity(ratio, energies, { variances, fractions }).points.map(({ energy, density, error, residual }) => ({
        ...{ energy, density, error, residual },
      })),
    spectrum,
    moments: (count) =>
      dysonMoments(equation, 2 * count).flatMap((m, k) => (k === 0 ? [1] : k % 2 === 0 ? [(rows / 2) * m] : [])),
  };
}
