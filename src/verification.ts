// The subpath theoria/theorems, as a table of contents: theorems as objects, what checks them, and what the papers print wrongly.

// What a proof and an erratum are
export type { Erratum, Proof } from "../proofs/proof.js";
// Simulated networks
export type { Experiment } from "./simulation/experiment.js";
export type { Backend } from "./simulation/kernels/kernels.js";
// Theorems
export type { ActivationClass, Domain, Parameters, Values } from "./theorems/domain.js";
export { theorems } from "./theorems/index.js";
export {
  type Area,
  areas,
  type Check,
  type Citation,
  type Computed,
  type ExactCheck,
  type Kind,
  type Printed,
  type ReferenceCheck,
  type RoutesCheck,
  type SimulationCheck,
  type Theorem,
  type TheoremId,
  type Tolerance,
  theorem,
  type Way,
} from "./theorems/theorem.js";
// Verdicts
export { type CheckOptions, check } from "./verification/check.js";
export type { SimulateExperiment, SimulationRequest } from "./verification/checks/simulateExperiment.js";
// Parameters from text, for forms and flags
export { type Control, controlOf } from "./verification/domains/control.js";
export { parseValue } from "./verification/domains/parse.js";
export { validate, validatePoint } from "./verification/domains/validate.js";
export { domainWords } from "./verification/domains/words.js";
export { type ErratumResult, errata } from "./verification/errata.js";
export type { Effort } from "./verification/run.js";
export type { CheckResult, Counterexample, Margin, Status, Verdict, Why } from "./verification/verdict.js";
