import { TheoryError } from "../../errors.js";
import { call, type Expression, number, substitute, symbol } from "../expression.js";
import type { Activation, ActivationFacts, Breakpoint, Fact, Growth, Homogeneity, Parity } from "./activation.js";
import { analysisWindow } from "./candidates.js";
import { fromExpression } from "./create.js";
import { sampledParity, symmetricPlaces } from "./parity.js";

/** Below this, the window of the composition no longer covers what Gaussian inputs reach, and the text is analysed anew. */
const leastWindow = 12;

/**
 * psi(x) = phi(scale x + shift), with the facts of phi carried over: breakpoints move to (at - shift)/scale, a slope jump
 * gains |scale|, parity and homogeneity survive shift = 0, growth rates gain |scale| or scale^2.
 * scale = 1 with shift = 0 gives phi itself; scale = 0 gives a constant. Throws a TheoryError where E psi^2 diverges
 * or its coefficients overflow.
 */
export function precompose(phi: Activation, scale: number, shift: number): Activation {
  for (const [parameter, value] of [
    ["scale", scale],
    ["shift", shift],
  ] as const) {
    if (Number.isFinite(value)) continue;
    const details = {
      code: "domain",
      parameter,
      value,
      domain: "a finite number",
      remedy: "give a finite number",
    } as const;
    throw new TheoryError(`${parameter} must be a finite number, not ${value}`, details);
  }
  if (scale === 1 && shift === 0) return phi;
  const text = `${phi.text} at ${scale}*x${shift < 0 ? " - " : " + "}${Math.abs(shift)}`;
  if (scale === 0) return constantActivation(phi, shift, text);
  const expression = phi.expression && substitute(phi.expression, "x", affine(scale, shift));
  const window = Math.min(analysisWindow, (phi.facts.window - Math.abs(shift)) / Math.abs(scale));
  const growth = scaleGrowth(phi, scale, shift);
  if (window < leastWindow && expression !== null) {
    return fromExpression(expression, { text, places: new Map() });
  }
  const { value, derivative, secondDerivative: second, derivativeAccuracy } = phi;
  const psi = (x: number) => value(scale * x + shift);
  return Object.freeze({
    text,
    expression,
    value: psi,
    derivative: (x: number) => scale * derivative(scale * x + shift),
    secondDerivative: second && ((x: number) => scale * scale * second(scale * x + shift)),
    derivativeAccuracy,
    facts: composeFacts(phi.facts, psi, scale, shift, Math.max(0, window), growth),
  });
}

function affine(scale: number, shift: number): Expression {
  const x = symbol("x");
  const scaled = scale === 1 ? x : call("Multiply", number(scale), x);
  return shift === 0 ? scaled : call("Add", scaled, number(shift));
}

function constantActivation(phi: Activation, shift: number, text: string): Activation {
  const value = phi.value(shift);
  if (!Number.isFinite(value)) {
    const details = {
      code: "domain",
      parameter: "shift",
      value: shift,
      domain: "a place where phi is finite",
    } as const;
    throw new TheoryError(`phi(${shift}) is not finite`, { ...details, remedy: "move the shift" });
  }
  return fromExpression(number(value), { text, places: new Map() });
}

function composeFacts(
  facts: ActivationFacts,
  psi: (x: number) => number,
  scale: number,
  shift: number,
  window: number,
  growth: Fact<Growth>,
): ActivationFacts {
  const breakpoints = facts.breakpoints
    .map((breakpoint) => moveBreakpoint(breakpoint, scale, shift))
    .filter(({ at }) => Math.abs(at) <= window)
    .sort((a, b) => a.at - b.at);
  const polynomial = facts.polynomial.value && Object.freeze(composePolynomial(facts.polynomial.value, scale, shift));
  const homogeneity = composeHomogeneity(facts, psi, scale, shift);
  const { left, right } = homogeneity.value ?? { left: 0, right: 0 };
  if (![left, right, ...(polynomial ?? [])].every(Number.isFinite)) throw overflow(scale, shift);
  return Object.freeze({
    breakpoints: Object.freeze(breakpoints),
    window,
    parity: Object.freeze(composeParity(facts, polynomial, psi, shift, breakpoints)),
    homogeneity: Object.freeze(homogeneity),
    polynomial: Object.freeze({ value: polynomial, evidence: facts.polynomial.evidence }),
    growth: Object.freeze(growth),
    constant: facts.constant,
  });
}

function overflow(scale: number, shift: number): TheoryError {
  return new TheoryError(`the scale of phi(${scale}*x + ${shift}) overflows double precision`, {
    code: "divergent",
    parameter: "activation",
    value: `phi(${scale}*x + ${shift})`,
    domain: "values below 1.8e308",
    remedy: "divide phi by its scale, on which no rate depends without epsilon",
  });
}

function moveBreakpoint(breakpoint: Breakpoint, scale: number, shift: number): Breakpoint {
  const { at, valueJump, slopeJump } = breakpoint;
  // For scale < 0 left and right swap: the value jump changes sign, and the slope jump does so twice.
  return Object.freeze({
    ...breakpoint,
    at: (at - shift) / scale + 0,
    valueJump: valueJump * Math.sign(scale) + 0,
    slopeJump: slopeJump * Math.abs(scale),
  });
}

/** Coefficients of p(scale x + shift): Horner in the shifted variable, then powers of the scale. */
function composePolynomial(coefficients: readonly number[], scale: number, shift: number): readonly number[] {
  const moved = [...coefficients];
  for (let i = 0; i < moved.length; i++) {
    for (let k = moved.length - 2; k >= i; k--) moved[k] = moved[k]! + shift * moved[k + 1]!;
  }
  return moved.map((value, k) => value * scale ** k);
}

function composeParity(
  facts: ActivationFacts,
  polynomial: readonly number[] | null,
  psi: (x: number) => number,
  shift: number,
  breakpoints: readonly Breakpoint[],
): Fact<Parity> {
  if (shift === 0) return facts.parity;
  if (facts.constant.value) return { value: "even", evidence: facts.constant.evidence };
  if (polynomial !== null) {
    const { evidence } = facts.polynomial;
    if (polynomial.every((value, k) => k % 2 === 0 || value === 0)) return { value: "even", evidence };
    if (polynomial.every((value, k) => k % 2 === 1 || value === 0)) return { value: "odd", evidence };
  }
  const seen = symmetricPlaces(breakpoints.map(({ at }) => at)) ? sampledParity(psi) : "none";
  return { value: seen, evidence: seen === "none" ? "proved" : "sampled" };
}

function composeHomogeneity(
  facts: ActivationFacts,
  psi: (x: number) => number,
  scale: number,
  shift: number,
): Fact<Homogeneity | null> {
  const { value, evidence } = facts.homogeneity;
  if (facts.constant.value) {
    const level = psi(0);
    return { value: Object.freeze({ degree: 0, left: level, right: level }), evidence: facts.constant.evidence };
  }
  if (shift !== 0) return { value: null, evidence: value === null ? evidence : "proved" };
  if (value === null) return facts.homogeneity;
  const factor = Math.abs(scale) ** value.degree;
  const [left, right] = scale > 0 ? [value.left, value.right] : [value.right, value.left];
  return { value: Object.freeze({ degree: value.degree, left: left * factor, right: right * factor }), evidence };
}

function scaleGrowth({ facts, text }: Activation, scale: number, shift: number): Fact<Growth> {
  const { value, evidence } = facts.growth;
  if (value.kind === "exponential")
    return { value: { kind: "exponential", rate: value.rate * Math.abs(scale) }, evidence };
  if (value.kind !== "gaussian") return facts.growth;
  const coefficient = value.coefficient * scale * scale;
  if (coefficient >= 1 / 4) {
    throw new TheoryError(`E phi(z)^2 diverges: ${text} scaled by ${scale} grows faster than exp(x^2/4)`, {
      code: "divergent",
      parameter: "activation",
      value: text,
      domain: "activations below exp(c x^2) with c < 1/4 after scaling",
      remedy: "use a smaller scale",
    });
  }
  // The cross term 2 c scale shift x in the exponent is covered by a slightly larger coefficient.
  const slack = shift === 0 ? 0 : (1 / 4 - coefficient) / 8;
  return { value: { kind: "gaussian", coefficient: coefficient + slack }, evidence };
}
