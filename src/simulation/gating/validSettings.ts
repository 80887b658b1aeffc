import { assertAbove, assertInteger, domainError } from "../../numeric/domain.js";
import { assertKeys, show } from "../validOptions.js";
import type { GatedSettings } from "./settings.js";
import { hasOwnGates } from "./shapes.js";
import { adamOf } from "./trainer.js";

const keys = {
  settings: [
    "model",
    "inputs",
    "hidden",
    "outputs",
    "bias",
    "gates",
    "loss",
    "adam",
    "batches",
    "epochs",
    "checkpoints",
  ],
  gates: ["beta", "fixed"],
  adam: ["rate", "beta1", "beta2", "epsilon"],
  batches: ["count", "size"],
} as const;

/** Nodes of one layer, inputs or outputs. */
const LARGEST_WIDTH = 4096;
const DEEPEST = 64;
const LARGEST_BATCH = 65_536;
/** beta of soft gates: its products with single-precision numbers stay finite. */
const STEEPEST = 1e6;

/** A frozen copy. @throws TheoryError "domain" that names the setting and what it may be. */
export function validGatedSettings(given: GatedSettings): GatedSettings {
  assertKeys("settings", given, keys.settings);
  const { model, inputs, hidden, outputs, bias, loss, epochs, checkpoints } = given;
  oneOf("model", model, ["relu", "dlgn", "dlgn-pwc", "dln"]);
  assertInteger("inputs", inputs, 1, LARGEST_WIDTH);
  assertHidden(hidden);
  assertInteger("outputs", outputs, 1, LARGEST_WIDTH);
  if (typeof bias !== "boolean") throw domainError("bias", show(bias), "true or false", "Pass one of these.");
  oneOf("loss", loss, ["mse", "cross-entropy"]);
  if (loss === "cross-entropy") assertInteger("outputs", outputs, 2, 256);
  assertInteger("epochs", epochs, 0, 1e6);
  assertCheckpoints(checkpoints, epochs);
  return Object.freeze({
    ...{ model, inputs, outputs, bias, loss, epochs },
    hidden: Object.freeze([...hidden]),
    gates: validGates(given),
    adam: validAdam(given),
    batches: validBatches(given.batches),
    checkpoints: Object.freeze([...checkpoints]),
  });
}

function assertHidden(hidden: readonly number[]): void {
  if (!Array.isArray(hidden) || hidden.length === 0 || hidden.length > DEEPEST) {
    throw domainError("hidden", show(hidden), `a list of 1 to ${DEEPEST} widths`, "Pass the nodes of each layer.");
  }
  for (const nodes of hidden) assertInteger("hidden", nodes, 1, LARGEST_WIDTH);
}

function validGates(settings: GatedSettings): GatedSettings["gates"] {
  const { model, gates } = settings;
  if (!hasOwnGates(settings)) {
    if (gates === null) return null;
    throw domainError("gates", show(gates), `null for the model "${model}"`, "Its gates are not its own.");
  }
  if (gates === null) throw domainError("gates", gates, `gates for the model "${model}"`, "Pass { beta, fixed }.");
  assertKeys("gates", gates, keys.gates);
  assertBeta("gates.beta", gates.beta);
  if (typeof gates.fixed !== "boolean") {
    throw domainError("gates.fixed", show(gates.fixed), "true or false", "Pass one of these.");
  }
  return Object.freeze({ beta: gates.beta, fixed: gates.fixed });
}

/** @throws TheoryError "domain" for gates that are neither hard nor soft. */
export function assertBeta(name: string, beta: number | "hard"): void {
  if (beta === "hard" || (typeof beta === "number" && beta > 0 && beta <= STEEPEST)) return;
  throw domainError(name, show(beta), `a number above 0, up to ${STEEPEST}, or "hard"`, "Steeper ones are steps.");
}

function validAdam(settings: GatedSettings): Required<GatedSettings["adam"]> {
  assertKeys("adam", settings.adam, keys.adam);
  const { rate, beta1, beta2, epsilon } = adamOf(settings);
  assertAbove("adam.rate", rate, 0);
  for (const [name, value] of Object.entries({ beta1, beta2 })) {
    if (typeof value === "number" && value >= 0 && value < 1) continue;
    throw domainError(`adam.${name}`, show(value), "a number in [0, 1)", "The usual ones are 0.9 and 0.999.");
  }
  // below, it is no longer a normal number in single precision
  if (!(typeof epsilon === "number" && epsilon >= 1e-30 && epsilon <= 1)) {
    throw domainError("adam.epsilon", show(epsilon), "a number from 1e-30 to 1", "The usual one is 1e-8.");
  }
  return Object.freeze({ rate, beta1, beta2, epsilon });
}

function validBatches(batches: GatedSettings["batches"]): GatedSettings["batches"] {
  assertKeys("batches", batches, keys.batches);
  if (Object.keys(batches).length !== 1) {
    throw domainError("batches", show(batches), "either { count } or { size }", "Pass one of the two.");
  }
  if ("count" in batches) assertInteger("batches.count", batches.count, 1, 2 ** 24);
  else assertInteger("batches.size", batches.size, 1, LARGEST_BATCH);
  return Object.freeze({ ...batches });
}

function assertCheckpoints(checkpoints: readonly number[], epochs: number): void {
  if (!Array.isArray(checkpoints)) {
    throw domainError("checkpoints", show(checkpoints), "a list of numbers of epochs", "Pass an array.");
  }
  for (const [k, value] of checkpoints.entries()) {
    assertInteger("checkpoints", value, 0, epochs);
    if (k > 0 && value <= checkpoints[k - 1]!) {
      throw domainError("checkpoints", value, "increasing", "Sort them, each one once.");
    }
  }
}

/** @throws TheoryError "domain" for a word that is not among those. */
export function oneOf(name: string, value: string, allowed: readonly string[]): void {
  if (allowed.includes(value)) return;
  throw domainError(name, show(value), allowed.map((word) => `"${word}"`).join(" or "), "Pass one of these.");
}
