/** One matrix of an ensemble: what is sampled knows nothing of what is solved. */
import type { GaussianStream } from "../../../numeric/random/gaussianStream.js";
import { deformed } from "../../../simulation/ensembles/deformed.js";
import { centredWishart, chiral, wishart } from "../../../simulation/ensembles/gram.js";
import { kroneckerSum } from "../../../simulation/ensembles/kroneckerSum.js";
import { separable } from "../../../simulation/ensembles/separable.js";
import { type SymmetricMatrix, symmetricMatrix } from "../../../simulation/ensembles/symmetricMatrix.js";
import { varianceProfile } from "../../../simulation/ensembles/varianceProfile.js";
import { wigner } from "../../../simulation/ensembles/wigner.js";
import { type Atoms, apportioned, type Ensemble } from "./ensemble.js";

/** Each value as often as its weight says, `size` numbers. */
const spread = ({ values, weights }: Atoms, size: number): readonly number[] =>
  apportioned(weights, size).flatMap((count, k) => new Array<number>(count).fill(values[k]!));

const times = ({ size, entries }: SymmetricMatrix, factor: (i: number, j: number) => number): SymmetricMatrix =>
  symmetricMatrix(size, (i, j) => factor(i, j) * entries[i * size + j]!);

/** About `size` rows: as many as the blocks of the ensemble allow. @throws TheoryError as the ensembles do. */
export function sampleEnsemble(ensemble: Ensemble, size: number, stream: GaussianStream): SymmetricMatrix {
  switch (ensemble.kind) {
    case "wigner": {
      const deviation = Math.sqrt(ensemble.variance);
      return times(wigner(size, ensemble.law, stream), () => deviation);
    }
    case "deformed": {
      // s (A/s + X) has the variance s^2
      const deviation = Math.sqrt(ensemble.variance);
      const values = spread(ensemble, size).map((value) => value / deviation);
      return times(deformed(values, stream), () => deviation);
    }
    case "profile":
      return varianceProfile(apportioned(ensemble.weights, size), ensemble.variances, stream);
    case "separable":
      return separable(spread(ensemble, size), stream);
    case "kronecker": {
      const rows = Math.max(1, Math.round(size / ensemble.mean.length));
      return kroneckerSum(ensemble.mean, ensemble.coefficients, rows, stream);
    }
    case "chiral": {
      const p = Math.min(size - 1, Math.max(1, Math.round((size * ensemble.ratio) / (1 + ensemble.ratio))));
      return chiral(p, size - p, stream);
    }
    case "wishart": {
      const roots = spread(ensemble, size).map(Math.sqrt);
      return times(wishart(size, columnsOf(size, ensemble.ratio), stream), (i, j) => roots[i]! * roots[j]!);
    }
    case "centred-wishart":
      return centredWishart(size, columnsOf(size, ensemble.ratio), stream);
  }
}

const columnsOf = (rows: number, ratio: number): number => Math.max(1, Math.round(rows / ratio));
