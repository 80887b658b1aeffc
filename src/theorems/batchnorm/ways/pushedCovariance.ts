/**
 * Derivatives of covariance maps along a symmetric direction by central differences with Richardson extrapolation: nothing is
 * known of the map but its values.
 */
import { Matrix } from "ml-matrix";
import { covarianceMap } from "../../../theory/batchnorm/covarianceMap.js";
import { slopeByDifferences } from "../../ways/differences.js";
import { type Homogeneous, homogeneousActivation, pairMeanByAngle } from "./homogeneous.js";

type Rows = readonly (readonly number[])[];
export type CovarianceMap = (sigma: Matrix) => Matrix;

/** d/dt map(sigma + t delta) at t = 0; `radius`: how far t may go. */
export function pushed(map: CovarianceMap, sigma: Matrix, delta: Matrix, radius: number): Matrix {
  const known = new Map<number, Matrix>();
  const at = (t: number): Matrix => {
    const found = known.get(t) ?? map(Matrix.add(sigma, Matrix.mul(delta, t)));
    known.set(t, found);
    return found;
  };
  return new Matrix(
    Array.from({ length: sigma.rows }, (_, i) =>
      Array.from({ length: sigma.rows }, (_, j) => slopeByDifferences((t) => at(t).get(i, j), 0, radius)),
    ),
  );
}

/** V_B of the library. */
export const normalisedMap = (phi: Homogeneous): CovarianceMap => {
  const activation = homogeneousActivation(phi);
  return (sigma) => new Matrix(covarianceMap(activation, symmetrised(sigma)).values.map((row) => [...row]));
};

const symmetrised = (sigma: Matrix): Rows =>
  sigma.to2DArray().map((row, i) => row.map((entry, j) => (entry + sigma.get(j, i)) / 2));

/** V, without batch norm, entry by entry by an integral over an angle; equal arguments are integrated once. */
export const plainMap =
  (phi: Homogeneous): CovarianceMap =>
  (sigma) => {
    const known = new Map<string, number>();
    const entry = (i: number, j: number): number => {
      const [a, b] = [sigma.get(i, i), sigma.get(j, j)];
      const c = i === j ? 1 : sigma.get(i, j) / Math.sqrt(a * b);
      const key = `${Math.min(a, b)} ${Math.max(a, b)} ${c}`;
      const value = known.get(key) ?? (a * b) ** (phi.alpha / 2) * pairMeanByAngle(phi, c);
      known.set(key, value);
      return value;
    };
    return new Matrix(
      Array.from({ length: sigma.rows }, (_, i) =>
        Array.from({ length: sigma.rows }, (_, j) => entry(Math.min(i, j), Math.max(i, j))),
      ),
    );
  };
