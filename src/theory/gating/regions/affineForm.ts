/** Affine functions of the input over the integers, and how a layer maps them. */
import { gcdInteger } from "../../../symbolic/algebra/integers.js";
import type { ExactGates, ExactLayer } from "./exactGates.js";

/** Coefficients of x_1, ..., x_d, then the constant; some positive multiple of a function. */
export type AffineForm = readonly bigint[];

/** Forms over one common positive unit: form / unit is the function. */
export interface Signals {
  readonly forms: readonly AffineForm[];
  readonly unit: bigint;
}

/** x itself. */
export const inputSignals = (d: number): Signals => ({
  forms: Array.from({ length: d }, (_, i) => Array.from({ length: d + 1 }, (__, j) => (i === j ? 1n : 0n))),
  unit: 1n,
});

/** W s + b. */
export function layerSignals({ weights, biases, denominator }: ExactLayer, { forms, unit }: Signals): Signals {
  const last = forms[0]!.length - 1;
  const next = weights.map((row, i) => {
    const sum = new Array<bigint>(last + 1).fill(0n);
    for (const [j, weight] of row.entries()) {
      if (weight === 0n) continue;
      const form = forms[j]!;
      for (let k = 0; k <= last; k++) sum[k]! += weight * form[k]!;
    }
    sum[last]! += biases[i]! * unit;
    return sum;
  });
  return { forms: next, unit: unit * denominator };
}

/** eta_1, ..., eta_{L-1} of a linear gating network (Eqn. 4, with biases), as functions of the input. */
export function linearSignals({ inputs, layers }: ExactGates): readonly Signals[] {
  const all: Signals[] = [];
  for (const layer of layers) all.push(layerSignals(layer, all.at(-1) ?? inputSignals(inputs)));
  return all;
}

/** The form divided by the common divisor of its coefficients; the zero form as it is. */
export function primitive(form: AffineForm): AffineForm {
  const divisor = form.reduce(gcdInteger, 0n);
  return divisor <= 1n ? form : form.map((entry) => entry / divisor);
}

/** Whether it does not depend on the input. */
export const isConstant = (form: AffineForm): boolean => form.slice(0, -1).every((entry) => entry === 0n);

export const isZero = (form: AffineForm): boolean => form.every((entry) => entry === 0n);

/** The sign of the function at the point numerators / denominator, denominator > 0. */
export function signAt(form: AffineForm, numerators: readonly bigint[], denominator: bigint): -1 | 0 | 1 {
  let sum = form[form.length - 1]! * denominator;
  for (const [i, numerator] of numerators.entries()) sum += form[i]! * numerator;
  return sum > 0n ? 1 : sum < 0n ? -1 : 0;
}
