import { assertInteger, domainError } from "../../numeric/domain.js";
import { assertKeys, show } from "../validOptions.js";
import type { StartWorker } from "./channel.js";

/** @throws TheoryError "domain" unless these are workers as `simulate` and `trainMany` take them: what starts one, and 1 to 256 of them. */
export function assertWorkers(workers: { readonly start: StartWorker; readonly count: number }): void {
  assertKeys("workers", workers, ["start", "count"]);
  if (typeof workers.start !== "function") {
    const remedy = "Pass webWorkers(...) in a page, startNodeWorker of theoria/simulation/node in Node.";
    throw domainError("workers.start", show(workers.start), "a function that starts a worker", remedy);
  }
  assertInteger("workers.count", workers.count, 1, 256);
}
