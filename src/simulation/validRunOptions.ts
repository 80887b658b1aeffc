import { assertInteger, domainError } from "../numeric/domain.js";
import type { StopSignal } from "./stopSignal.js";
import { assertKeys, show } from "./validOptions.js";

/** What every run of a trainer takes. */
interface RunOptions {
  readonly seed: number;
  readonly kernels?: "wasm" | "plain";
  readonly signal?: StopSignal;
  readonly onProgress?: (done: number) => void | Promise<void>;
}

const common = ["seed", "kernels", "signal", "onProgress"];

/** Options of a training run; `further` names what it takes besides. @throws TheoryError "domain" for what it cannot take. */
export function validRunOptions<Options extends RunOptions>(
  options: Options,
  further: readonly string[] = [],
): Options {
  assertKeys("options", options, [...common, ...further]);
  const { seed, kernels = "wasm", signal, onProgress } = options;
  assertInteger("seed", seed, 0, Number.MAX_SAFE_INTEGER);
  const refuse = (name: string, value: unknown, domain: string): void => {
    throw domainError(name, show(value), domain, "Pass one, or leave it out.");
  };
  if (kernels !== "wasm" && kernels !== "plain") refuse("kernels", kernels, '"wasm" or "plain"');
  if (signal !== undefined && typeof signal?.aborted !== "boolean") refuse("signal", signal, "an AbortSignal");
  if (onProgress !== undefined && typeof onProgress !== "function") refuse("onProgress", onProgress, "a function");
  return options;
}
