import { TheoryError } from "../../errors.js";
import type { Activation, ActivationFacts, Breakpoint, Fact, Growth, Homogeneity } from "./activation.js";
import { analysisWindow, maximumBreakpoints } from "./candidates.js";
import { differenceDerivative } from "./differences.js";
import { sampledGrowth, tooFast } from "./growth.js";
import type { ActivationOptions } from "./options.js";
import { sampledParity, symmetricPlaces } from "./parity.js";
import { findBreakpoints } from "./scan.js";

type Real = (x: number) => number;

function refuse(
  code: "undefined-value" | "divergent" | "domain",
  name: string,
  message: string,
  remedy: string,
): never {
  const domain = "a function that takes a finite number and returns a finite number";
  throw new TheoryError(message, { code, parameter: "activation", value: name, domain, remedy });
}

/** Calls the user's function; whatever it throws or returns becomes a number or one clear error. */
function checked(f: Real, name: string): Real {
  return (x) => {
    const value: unknown = f(x);
    if (typeof value === "number") return value;
    return refuse(
      "domain",
      name,
      `${name}(${x}) returned ${value === null ? "null" : `a ${typeof value}`}, not a number`,
      "return a number",
    );
  };
}

function refuseBadValues(f: Real, name: string): void {
  for (let k = -512; k <= 512; k++) {
    const x = k / 8 + 0.0123;
    let value: number;
    try {
      value = f(x);
    } catch (error) {
      if (error instanceof TheoryError) throw error;
      const reason = error instanceof Error ? error.message : "it threw";
      refuse("undefined-value", name, `${name}(${x}) failed: ${reason}`, "return a number for every real x");
    }
    if (Number.isNaN(value))
      refuse("undefined-value", name, `${name}(${x}) is NaN`, "return a number for every real x");
    if (!Number.isFinite(value) && Math.abs(x) < 16) {
      refuse("divergent", name, `${name}(${x}) is infinite`, "return finite numbers");
    }
  }
}

/** Claimed only when every sample on scales from 2^-20 to 2^5 agrees to 12 digits: softplus-like functions do not. */
function sampledHomogeneity(f: Real): Homogeneity | null {
  const half = (side: 1 | -1): { degree: number; coefficient: number } | null => {
    const points = Array.from({ length: 26 }, (_, k) => 1.37 * 2 ** (k - 20));
    const values = points.map((x) => f(side * x));
    if (values.every((value) => value === 0)) return { degree: Number.NaN, coefficient: 0 };
    const raw = Math.log2(values[20]! / values[19]!);
    const degree = Math.abs(raw - Math.round(12 * raw) / 12) < 1e-12 ? Math.round(12 * raw) / 12 : raw;
    const coefficient = values[20]! / points[20]! ** degree;
    const fits = points.every(
      (x, k) => Math.abs(values[k]! - coefficient * x ** degree) <= 1e-12 * Math.abs(values[k]!),
    );
    return fits && Number.isFinite(coefficient) ? { degree, coefficient } : null;
  };
  const [right, left] = [half(1), half(-1)];
  if (right === null || left === null) return null;
  const degree = Number.isNaN(right.degree) ? left.degree : right.degree;
  const same = Number.isNaN(right.degree) || Number.isNaN(left.degree) || Math.abs(right.degree - left.degree) < 1e-12;
  if (!same) return null;
  const coefficient = (half: { coefficient: number }) => {
    const near = Number(half.coefficient.toPrecision(13));
    return Math.abs(near - half.coefficient) <= 4 * Number.EPSILON * Math.abs(near) ? near : half.coefficient;
  };
  return { degree: Number.isNaN(degree) ? 0 : degree, left: coefficient(left), right: coefficient(right) };
}

/** Growing like |x - at|^(-1/2) or faster towards the place, from either side. */
function blowsUp(f: Real, at: number): boolean {
  return [1, -1].some((side) => {
    const [far, near] = [f(at + side * 2 ** -8), f(at + side * 2 ** -16)];
    return Math.abs(near) > 2 ** 3.9 * Math.abs(far) && Math.abs(near) > 1;
  });
}

function sampledConstant(f: Real): boolean {
  const first = f(0.1);
  return Array.from({ length: 257 }, (_, k) => (k - 128) / 2 + 0.013).every((x) => f(x) === first);
}

function sampledFacts(f: Real, name: string, breakpoints: readonly Breakpoint[]): ActivationFacts {
  const growth: Fact<Growth> | typeof tooFast = sampledGrowth(f);
  if (growth === tooFast) {
    return refuse("divergent", name, `E ${name}(z)^2 diverges: it grows faster than exp(x^2/4)`, "bound its growth");
  }
  const sampled = <T>(value: T): Fact<T> => Object.freeze({ value, evidence: "sampled" });
  const constant = sampledConstant(f);
  return Object.freeze({
    breakpoints: Object.freeze(breakpoints),
    window: analysisWindow,
    parity: sampled(symmetricPlaces(breakpoints.map(({ at }) => at)) ? sampledParity(f) : "none"),
    homogeneity: sampled(sampledHomogeneity(f)),
    polynomial: sampled(constant ? Object.freeze([f(0)]) : null),
    growth: Object.freeze(growth),
    constant: sampled(constant),
  });
}

/** An activation from a plain function: everything known about it is seen at samples in |x| <= 64, and marked so. */
export function fromFunction(source: Real, options: ActivationOptions): Activation {
  const name = options.name ?? (source.name || "function");
  const value = checked(source, name);
  refuseBadValues(value, name);
  const breakpoints = findBreakpoints(value, analysisWindow);
  if (breakpoints.length > maximumBreakpoints) {
    refuse("domain", name, `${name} has over ${maximumBreakpoints} kinks within |x| <= ${analysisWindow}`, "smooth it");
  }
  const pole = breakpoints.find(({ at }) => blowsUp(value, at));
  if (pole) refuse("divergent", name, `${name} has a pole near x = ${pole.at}`, "return finite numbers");
  const differences = differenceDerivative(value, breakpoints);
  return Object.freeze({
    text: name,
    expression: null,
    value,
    derivative: options.derivative ?? differences.derivative,
    secondDerivative: null,
    derivativeAccuracy: options.derivative === undefined ? differences.accuracy : 1e-15,
    facts: sampledFacts(value, name, breakpoints),
  });
}
