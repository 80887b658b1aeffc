import { complexArray } from "../../../../numeric/linearAlgebra/complexMatrices.js";
import { hermitianEigenvalues } from "../hermitian.js";
import type { SelfEnergy } from "../selfEnergy.js";

export const equalWeights = (size: number): number[] => new Array<number>(size).fill(1 / size);

/** The self-energy with its norm ||S[I]||, frozen. */
export function frozenSelfEnergy(parts: Omit<SelfEnergy, "norm" | "isScalar">, isScalar = false): SelfEnergy {
  const { size, structure, apply } = parts;
  const diagonal = structure === "diagonal";
  const [unit, image] = [complexArray(diagonal ? size : size * size), complexArray(diagonal ? size : size * size)];
  if (diagonal) unit.re.fill(1);
  else for (let i = 0; i < size; i++) unit.re[i * size + i] = 1;
  apply(unit, image);
  const eigenvalues = diagonal ? image.re : hermitianEigenvalues(image, size);
  const norm = eigenvalues.reduce((most, value) => Math.max(most, value), 0);
  return Object.freeze({ ...parts, weights: Object.freeze([...parts.weights]), norm, isScalar });
}
