import type { ParameterValue } from "../point.js";

/** A value as the text that `parseValue` reads: "8", "tanh", "1,2,3" for a vector, "2,1;1,2" for a matrix. */
export function writeValue(value: ParameterValue): string {
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return value;
  if ("text" in value) return value.text;
  return value.every((row) => typeof row === "number") ? value.join(",") : value.map((row) => String(row)).join(";");
}
