import { domainError } from "../numeric/domain.js";

/** A value in a message. */
export const show = (value: unknown): string => {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "function") return "a function";
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" && value !== null ? "an object" : String(value);
};

/** @throws TheoryError "domain" unless `options` is an object whose keys are all among `known`. */
export function assertKeys(parameter: string, options: unknown, known: readonly string[]): void {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw domainError(parameter, show(options), "an object of options", `Its keys: ${known.join(", ")}.`);
  }
  for (const key of Object.keys(options)) {
    if (known.includes(key)) continue;
    throw domainError(key, "an unknown option", `for ${parameter} ${known.join(", ")}`, "Correct its name.");
  }
}
