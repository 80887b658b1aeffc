/** What the matrix Dyson equation says of an ensemble. */

import { deformedEquation } from "../../../theory/landscape/dyson/deformedEquation.js";
import { type DysonEquation, dysonEquation } from "../../../theory/landscape/dyson/dysonEquation.js";
import { chiralSelfEnergy } from "../../../theory/landscape/dyson/selfEnergies/chiralSelfEnergy.js";
import { kroneckerSelfEnergy } from "../../../theory/landscape/dyson/selfEnergies/kroneckerSelfEnergy.js";
import { profileSelfEnergy } from "../../../theory/landscape/dyson/selfEnergies/profileSelfEnergy.js";
import { scalarSelfEnergy } from "../../../theory/landscape/dyson/selfEnergies/scalarSelfEnergy.js";
import { dysonSweep } from "../../../theory/landscape/dyson/solver/solveDyson.js";
import { dysonMoments } from "../../../theory/landscape/dyson/spectrum/dysonMoments.js";
import { spectralDistribution } from "../../../theory/landscape/dyson/spectrum/spectralDistribution.js";
import { supportBound } from "../../../theory/landscape/dyson/spectrum/supportBound.js";
import { type Ensemble, shares } from "./ensemble.js";
import type { EnsembleTheory } from "./spectralTheory.js";
import { wishartTheory } from "./wishartTheory.js";

function plainTheory(equation: DysonEquation): EnsembleTheory {
  const { low, high } = supportBound(equation);
  const sweep = dysonSweep(equation);
  return {
    range: [low, high],
    densities: (energies) =>
      energies.map((at) => {
        const { energy, density, error, residual } = sweep(at);
        return { energy, density, error, residual };
      }),
    spectrum: () => spectralDistribution(equation),
    moments: (count) => dysonMoments(equation, count),
  };
}

function equationOf(ensemble: Exclude<Ensemble, { readonly kind: "wishart" }>): DysonEquation {
  switch (ensemble.kind) {
    case "wigner":
      return dysonEquation(scalarSelfEnergy(ensemble.variance));
    case "deformed":
      return deformedEquation(ensemble.values, { weights: shares(ensemble.weights), variance: ensemble.variance });
    case "profile":
      return dysonEquation(profileSelfEnergy(ensemble.variances, shares(ensemble.weights)));
    case "separable": {
      const { values, weights } = ensemble;
      const variances = values.map((row) => values.map((column) => row * column));
      return dysonEquation(profileSelfEnergy(variances, shares(weights)));
    }
    case "kronecker":
      return dysonEquation(kroneckerSelfEnergy(ensemble.coefficients), { mean: ensemble.mean });
    case "chiral":
      return dysonEquation(chiralSelfEnergy(ensemble.ratio));
    case "centred-wishart":
      return dysonEquation(scalarSelfEnergy(ensemble.ratio));
  }
}

/** @throws TheoryError for numbers outside their domains. */
export const ensembleTheory = (ensemble: Ensemble): EnsembleTheory =>
  ensemble.kind === "wishart"
    ? wishartTheory(ensemble.ratio, ensemble.values, shares(ensemble.weights))
    : plainTheory(equationOf(ensemble));
