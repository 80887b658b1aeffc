import type { DysonEquation } from "../dysonEquation.js";
import { hermitianEigenvalues } from "../hermitian.js";
import { scaleOf } from "../solver/scaleOf.js";
import { dysonAtom } from "./dysonAtom.js";

export interface SpectralAtom {
  readonly energy: number;
  readonly mass: number;
  readonly error: number;
}

/** Of A's eigenvalues, how many are tried; atoms below the mass are left to the density. */
const [MOST_TRIED, LEAST_MASS] = [20, 1e-6];

/** The atoms at 0 and at eigenvalues of A, ascending. Without a self-energy they are A's eigenvalues, equal ones to rounding together. */
export function spectralAtoms(equation: DysonEquation): SpectralAtom[] {
  const { structure, size, weights, norm, isScalar } = equation.selfEnergy;
  if (isScalar && norm > 0) return [];
  const own = Array.from(
    structure === "diagonal" ? equation.mean.re : hermitianEigenvalues(equation.mean, size),
    (energy, i) => ({ energy, mass: weights[i]!, error: 0 }),
  );
  if (norm === 0) return together(own, equation);
  return together([...own.slice(0, MOST_TRIED), { energy: 0, mass: 0, error: 0 }], equation).flatMap(({ energy }) => {
    const { value, error } = dysonAtom(equation, energy);
    return value > LEAST_MASS ? [{ energy, mass: value, error }] : [];
  });
}

function together(atoms: readonly SpectralAtom[], equation: DysonEquation): SpectralAtom[] {
  const rounding = 1e-14 * (Math.max(...equation.meanRange.map(Math.abs)) + scaleOf(equation));
  const out: SpectralAtom[] = [];
  for (const atom of [...atoms].sort((a, b) => a.energy - b.energy)) {
    const last = out.at(-1);
    if (last === undefined || atom.energy - last.energy > rounding) {
      out.push(atom);
      continue;
    }
    // 0 is exact, eigenvalues are rounded
    const energy = last.energy === 0 || atom.energy === 0 ? 0 : last.energy;
    out[out.length - 1] = { energy, mass: last.mass + atom.mass, error: 2 ** -50 };
  }
  return out;
}
