import { domainError } from "../../numeric/domain.js";
import { assertKeys, show } from "../validOptions.js";
import { largestBatch } from "./batches.js";
import type { GatedData, GatedSamples, GatedSettings } from "./settings.js";

/** Numbers of one array: inputs, or activations of a layer on one batch. */
export const LARGEST_ARRAY = 2 ** 27;

/** @throws TheoryError "domain" for data that the settings do not fit. */
export function validData(data: GatedData, settings: GatedSettings): GatedData {
  assertKeys("data", data, ["training", "evaluation"]);
  const samples = validSamples("data.training", data.training, settings);
  if (data.evaluation !== undefined) validSamples("data.evaluation", data.evaluation, settings);
  const { batches } = settings;
  if ("count" in batches && batches.count > samples) {
    throw domainError("batches.count", batches.count, `at most the ${samples} samples`, "Choose fewer batches.");
  }
  const numbers = largestBatch(settings, samples) * Math.max(settings.inputs, settings.outputs, ...settings.hidden);
  if (numbers > LARGEST_ARRAY) {
    throw domainError("batches", `${numbers} numbers a layer`, `at most ${LARGEST_ARRAY}`, "Choose smaller batches.");
  }
  return data;
}

/** The number of samples. */
function validSamples(name: string, samples: GatedSamples, { inputs, outputs, loss }: GatedSettings): number {
  const kind = loss === "mse" ? "targets" : "labels";
  assertKeys(name, samples, ["inputs", kind]);
  const count = validInputs(`${name}.inputs`, samples.inputs, inputs);
  const wanted = "targets" in samples ? samples.targets : samples.labels;
  const [length, type] = kind === "targets" ? [count * outputs, Float32Array] : [count, Uint8Array];
  if (!(wanted instanceof type) || wanted.length !== length) {
    const domain = `a ${type.name} of ${length} for ${count} samples`;
    throw domainError(`${name}.${kind}`, wanted?.length ?? show(wanted), domain, "Give each sample its own.");
  }
  if (kind === "labels") {
    const strange = wanted.find((label) => label >= outputs);
    if (strange === undefined) return count;
    throw domainError(`${name}.labels`, strange, `0 to ${outputs - 1}`, "Every label needs an output of its own.");
  }
  assertFinite(`${name}.targets`, wanted);
  return count;
}

/** The number of samples in these inputs. @throws TheoryError "domain" */
export function validInputs(name: string, values: Float32Array, dimension: number): number {
  if (!(values instanceof Float32Array)) {
    throw domainError(name, show(values), "a Float32Array of inputs in rows", "Round the inputs to single precision.");
  }
  const count = values.length / dimension;
  if (!Number.isInteger(count) || count === 0 || values.length > LARGEST_ARRAY) {
    const domain = `a multiple of ${dimension} numbers, up to ${LARGEST_ARRAY}`;
    throw domainError(name, `${values.length} numbers`, domain, "Pass whole rows, one a sample.");
  }
  assertFinite(name, values);
  return count;
}

function assertFinite(name: string, values: Float32Array | Uint8Array): void {
  const broken = values.findIndex((value) => !Number.isFinite(value));
  if (broken < 0) return;
  throw domainError(name, `${values[broken]} at ${broken}`, "finite numbers", "Leave such samples out.");
}
