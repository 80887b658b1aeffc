import { domainError } from "../numeric/domain.js";
import type { Sample } from "./sample.js";
import { toRecord } from "./sampleRecord.js";

/**
 * The samples of several parts of one run, by index. A sample that two parts hold, bit for bit the same, counts once.
 *
 * @throws TheoryError "domain" where two samples have one index and differ: they come from different runs.
 */
export function mergeSamples(...parts: readonly (readonly Sample[])[]): readonly Sample[] {
  const byIndex = new Map<number, Sample>();
  for (const sample of parts.flat()) {
    const known = byIndex.get(sample.index);
    if (known !== undefined && known !== sample && toRecord(known) !== toRecord(sample)) {
      throw domainError("index", sample.index, "one sample for each index", "Merge parts of the same run only.");
    }
    byIndex.set(sample.index, known ?? sample);
  }
  return [...byIndex.values()].sort((a, b) => a.index - b.index);
}
