import { finite, oneOf, withoutOverflow } from "../../../numeric/shape.js";

/** "hinge" max(0, 1 - yT); "abs" |T - y|; "squared" (T - y)^2/2; "logistic" ln(1 + exp(-yT)). */
export type LossName = "hinge" | "abs" | "squared" | "logistic";

export const lossNames: readonly LossName[] = Object.freeze(["hinge", "abs", "squared", "logistic"]);
/** The class L0: convex, from 0 up with minimum 0, and without second derivative except at kinks. */
export const classL0: readonly LossName[] = Object.freeze(["hinge", "abs"]);

export const lossShape = oneOf(...lossNames);

/** A loss at one output T, as a function of T. */
export interface PointLoss {
  readonly value: number;
  /** l'(T). At a kink 0, one of the subgradients: hinge at yT = 1, abs at T = y. */
  readonly slope: number;
  /** l''(T), where it exists; 0 for the class L0. */
  readonly curvature: number;
}

const losses: Readonly<Record<LossName, (output: number, label: number) => PointLoss>> = {
  hinge: (output, label) => {
    const missing = 1 - label * output;
    return missing > 0 ? { value: missing, slope: -label, curvature: 0 } : { value: 0, slope: 0, curvature: 0 };
  },
  abs: (output, label) => {
    const gap = output - label;
    return { value: Math.abs(gap), slope: gap === 0 ? 0 : Math.sign(gap), curvature: 0 };
  },
  squared: (output, label) => {
    const gap = output - label;
    return { value: (gap * gap) / 2, slope: gap, curvature: 1 };
  },
  logistic: (output, label) => {
    const margin = label * output;
    // exp(-|margin|) does not overflow
    const small = Math.exp(-Math.abs(margin));
    const wrong = margin >= 0 ? small / (1 + small) : 1 / (1 + small);
    // in this order: label^2 may overflow where small is 0
    const curvature = label * ((label * small) / (1 + small) ** 2);
    return { value: Math.max(0, -margin) + Math.log1p(small), slope: -label * wrong, curvature };
  },
};

/**
 * The loss l(T, y) of one output with its first two derivatives in T. Labels may be any numbers; those of hinge and logistic are usually -1 and 1.
 * Source: section 5 (the class L0); the smooth losses are ours.
 * @throws TheoryError "domain" for another name, for numbers that are not finite and for a loss that overflows.
 */
export function pointLoss(name: LossName, output: number, label: number): PointLoss {
  lossShape("loss", name);
  finite("output", output);
  finite("label", label);
  const loss = losses[name](output, label);
  withoutOverflow("output", [loss.value, loss.slope, loss.curvature]);
  return loss;
}
