import { assertInteger, domainError } from "../numeric/domain.js";
import { assertWorkers } from "./parallel/assertWorkers.js";
import type { SimulateOptions } from "./simulateOptions.js";
import { assertKeys, show } from "./validOptions.js";

const runKeys = ["samples", "seed", "backend", "from", "record", "sampler", "onSample", "signal", "workers", "now"];
const recordKeys = ["covariance", "gradientCovariance", "jacobian"];

/**
 * What `simulate` is asked for, checked as one who writes JavaScript may give it.
 *
 * @throws TheoryError "domain", naming the option.
 */
export function assertRun(run: SimulateOptions): void {
  assertKeys("run", run, runKeys);
  const { samples, seed, from = 0, backend, sampler, signal, workers } = run;
  assertInteger("samples", samples, 1, 2 ** 32);
  assertInteger("seed", seed, 0, Number.MAX_SAFE_INTEGER);
  assertInteger("from", from, 0, 2 ** 32 - samples);
  if (typeof backend?.open !== "function" || typeof backend.name !== "string" || !(backend.unitRoundoff > 0)) {
    const remedy = "Pass wasmBackend, plainBackend or tfjsBackend(tf).";
    throw domainError("backend", show(backend), "a backend", remedy);
  }
  assertFunction("sampler", sampler, "Pass exactSampler or naiveSampler, or leave it out.");
  assertFunction("onSample", run.onSample, "Pass a function of one sample, or leave it out.");
  assertFunction("now", run.now, "Pass () => performance.now(), or leave it out.");
  if (signal !== undefined && typeof signal?.aborted !== "boolean") {
    throw domainError("signal", show(signal), "an AbortSignal", "Pass the signal of an AbortController.");
  }
  assertRecord(run.record);
  if (workers !== undefined) assertWorkers(workers);
}

function assertRecord(record: SimulateOptions["record"] = {}): void {
  assertKeys("record", record, recordKeys);
  for (const [key, value] of Object.entries(record)) {
    if (value === undefined || typeof value === "boolean") continue;
    throw domainError(`record.${key}`, show(value), "true or false", "Pass true for what samples shall hold.");
  }
}

function assertFunction(parameter: string, value: unknown, remedy: string): void {
  if (value === undefined || typeof value === "function") return;
  throw domainError(parameter, show(value), "a function", remedy);
}
