import { domainError } from "../../numeric/domain.js";
import type { Activation } from "../../symbolic/activation/activation.js";
import { activation as makeActivation } from "../../symbolic/activation/create.js";
import { precompose } from "../../symbolic/activation/precompose.js";
import { withoutSingularPoints } from "./singularPoints.js";

export const MAX_BATCH = 1e8;

/** A batch-normalised network, as a user describes it: phi(gamma BN(h) + beta), BN with 1/B and epsilon, weights N(0, weightVariance/width). */
export interface BatchNormOptions {
  /** Text (`"gelu"`, `"tanh(2*x)"`), a JavaScript function, or what `activation` made. */
  readonly activation: Activation | string | ((x: number) => number);
  /** Integer from 2 to 1e8, or Infinity. */
  readonly batch: number;
  /** Batch norm's epsilon, >= 0. Default 0. */
  readonly epsilon?: number | undefined;
  /** Scale after normalisation, not 0. Default 1. */
  readonly gamma?: number | undefined;
  /** Shift after normalisation. Default 0. */
  readonly beta?: number | undefined;
  /** sigma_w^2 > 0. Default 1; without epsilon no rate or eigenvalue depends on it. */
  readonly weightVariance?: number | undefined;
}

/** A batch-normalised network at its symmetric fixed point, validated: what every route is given. */
export interface Problem {
  /** phi, as the user gave it. */
  readonly activation: Activation;
  /** psi(x) = phi(gamma x + beta). */
  readonly psi: Activation;
  /** Integer >= 2, or Infinity. */
  readonly batch: number;
  readonly epsilon: number;
  readonly gamma: number;
  readonly beta: number;
  readonly weightVariance: number;
}

function requireNumber(
  parameter: string,
  value: number,
  domain: string,
  remedy: string,
  accept: (x: number) => boolean,
): number {
  if (typeof value !== "number" || !accept(value)) throw domainError(parameter, value, domain, remedy);
  return value;
}

export function validBatch(batch: number): number {
  const accept = (x: number) => x === Infinity || (Number.isInteger(x) && x >= 2 && x <= MAX_BATCH);
  return requireNumber(
    "batch",
    batch,
    "an integer from 2 to 1e8, or Infinity",
    "Give a batch size, or inf for the large-batch limit.",
    accept,
  );
}

/** The problem, or a TheoryError that names the parameter, its value, its domain and what to do. */
export function makeProblem(options: BatchNormOptions): Problem {
  const finite = Number.isFinite;
  const batch = validBatch(options.batch);
  const epsilon = requireNumber(
    "epsilon",
    options.epsilon ?? 0,
    "a number from 0 to 1e12",
    "Batch norm adds it to the variance; 1e-5 is usual, 0 is the paper's idealisation.",
    (x) => x >= 0 && x <= 1e12,
  );
  const gamma = requireNumber(
    "gamma",
    options.gamma ?? 1,
    "a finite number other than 0, |gamma| <= 1e6",
    "Use 1 for no scaling.",
    (x) => x !== 0 && Math.abs(x) <= 1e6,
  );
  const beta = requireNumber(
    "beta",
    options.beta ?? 0,
    "a finite number, |beta| <= 1e6",
    "Use 0 for no shift.",
    (x) => finite(x) && Math.abs(x) <= 1e6,
  );
  const weightVariance = requireNumber(
    "weightVariance",
    options.weightVariance ?? 1,
    "a number above 0, at most 1e12",
    "It is sigma_w^2; 1 and 2 are usual.",
    (x) => x > 0 && x <= 1e12,
  );
  if (epsilon > 0 && batch < 4) {
    throw domainError(
      "batch",
      batch,
      "at least 4 when epsilon > 0",
      "Batches of 2 and 3 are answered for epsilon = 0 only.",
    );
  }
  const given = options.activation;
  const activation = typeof given === "object" && given !== null && "facts" in given ? given : makeActivation(given);
  const psi = withinReach(withoutSingularPoints(precompose(activation, gamma, beta)), batch);
  return Object.freeze({ activation, psi, batch, epsilon, gamma, beta, weightVariance });
}

/** Normalised values never exceed sqrt(B-1): a break beyond that is none, and psi is as smooth as it looks from inside. */
function withinReach(psi: Activation, batch: number): Activation {
  const largest = Math.sqrt(batch - 1);
  const breakpoints = psi.facts.breakpoints.filter(({ at }) => Math.abs(at) < largest);
  if (breakpoints.length === psi.facts.breakpoints.length) return psi;
  return Object.freeze({ ...psi, facts: Object.freeze({ ...psi.facts, breakpoints }) });
}
