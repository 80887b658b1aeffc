import type { Activation, ActivationFacts } from "../../../symbolic/activation/activation.js";
import { differentiate } from "../../../symbolic/differentiate.js";
import { text } from "../../../symbolic/format/text.js";
import { simplify } from "../../../symbolic/simplify.js";

/** An activation as plain data: what is known about it, and what it looks like. */
export interface ActivationPortrait {
  readonly text: string;
  /** As text; null for a plain function. */
  readonly derivative: string | null;
  readonly facts: ActivationFacts;
  /** (x, phi(x)) and (x, phi'(x)) in pieces that do not jump; what is not finite is left out. */
  readonly values: readonly (readonly (readonly [number, number])[])[];
  readonly slopes: readonly (readonly (readonly [number, number])[])[];
}

/** Normalised values lie here but for 1 in 16000. */
const REACH = 4;
const STEPS = 320;

/** Where the curve is cut: a line across a jump would be a value that is not there. */
function piecesOf(f: (x: number) => number, cuts: readonly number[]): ActivationPortrait["values"] {
  const ends = [-REACH, ...cuts.filter((at) => Math.abs(at) < REACH), REACH];
  return ends.slice(1).flatMap((right, k) => {
    const left = ends[k]!;
    const steps = Math.max(2, Math.ceil((STEPS * (right - left)) / (2 * REACH)));
    // a hair inside: at the cut itself the function has the value of one side
    const inset = 1e-9 * (right - left);
    const points = Array.from({ length: steps + 1 }, (_, i) => {
      const x = left + inset + ((right - left - 2 * inset) * i) / steps;
      return [x, f(x)] as const;
    }).filter(([, y]) => Number.isFinite(y));
    return points.length < 2 ? [] : [points];
  });
}

/** For x from -4 to 4. */
export function activationPortrait(activation: Activation): ActivationPortrait {
  const { expression, facts, value, derivative } = activation;
  const jumps = facts.breakpoints.filter(({ valueJump }) => valueJump !== 0).map(({ at }) => at);
  const corners = facts.breakpoints.filter(({ exponent }) => exponent <= 1).map(({ at }) => at);
  return {
    text: activation.text,
    derivative: expression === null ? null : text(simplify(differentiate(simplify(expression)))),
    facts,
    values: piecesOf(value, jumps),
    slopes: piecesOf(derivative, corners),
  };
}
