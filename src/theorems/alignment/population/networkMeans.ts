/** Means over x ~ N(0, I) in the plane of what a student and a teacher do, by sectors; no closed form is used. */
import { dot } from "../../../numeric/linearAlgebra/vectors.js";
import { type PlanePoint, planeMean } from "./planeMean.js";
import type { NetworkValues } from "./settings.js";

/** The residual e = sum_j v*_j f*_j - sum_k v_k f_k at x. */
function residualAt({ W, V, W_star, V_star }: NetworkValues, x: PlanePoint): readonly number[] {
  const output = (weights: NetworkValues["W"], fanOut: NetworkValues["V"], c: number) =>
    weights.reduce((sum, w, k) => sum + fanOut[k][c] * Math.max(0, dot(w, x)), 0);
  return V[0].map((_, c) => output(W_star, V_star, c) - output(W, V, c));
}

const boundaries = ({ W, W_star }: NetworkValues) => [...W, ...W_star];

/** 1/2 E|e|^2. */
export const lossBySectors = (networks: NetworkValues): number =>
  planeMean(boundaries(networks), (x) => {
    const e = residualAt(networks, x);
    return [dot(e, e) / 2];
  })[0];

/** E[x z_k e.v_k] of all nodes, one after the other. */
export const weightFlowBySectors = (networks: NetworkValues): readonly number[] =>
  planeMean(boundaries(networks), (x) => {
    const e = residualAt(networks, x);
    return networks.W.flatMap((w, k) => {
      const factor = dot(w, x) > 0 ? dot(e, networks.V[k]) : 0;
      return x.map((entry) => factor * entry);
    });
  });

/** E[f_k e] of all nodes. */
export const fanOutFlowBySectors = (networks: NetworkValues): readonly number[] =>
  planeMean(boundaries(networks), (x) => {
    const e = residualAt(networks, x);
    return networks.W.flatMap((w) => e.map((entry) => Math.max(0, dot(w, x)) * entry));
  });

/** E[f_k e.v_k] of all nodes. */
export const activationBySectors = (networks: NetworkValues): readonly number[] =>
  planeMean(boundaries(networks), (x) => {
    const e = residualAt(networks, x);
    return networks.W.map((w, k) => Math.max(0, dot(w, x)) * dot(e, networks.V[k]));
  });
