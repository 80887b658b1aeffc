import { domainError } from "../../../numeric/domain.js";

/** D, what a group indicator of one unit may be. */
export type IndicatorValues = readonly [0, 1] | readonly [-1, 1];

/** Throws TheoryError unless the list is [0, 1] or [-1, 1]. */
export function assertIndicatorValues(parameter: string, values: unknown): asserts values is IndicatorValues {
  if (Array.isArray(values) && values.length === 2 && values[1] === 1 && (values[0] === 0 || values[0] === -1)) return;
  const given = Array.isArray(values) ? `[${values.join(", ")}]` : values;
  throw domainError(parameter, given, "[0, 1] or [-1, 1]", "Pass one of the two.");
}
