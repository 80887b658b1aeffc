const LONGEST = 200;

/** JSON has no infinities, and functions and cycles are no JSON at all. */
function textOf(value: unknown): string {
  if (typeof value === "number" || value === undefined) return String(value);
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    return typeof value;
  }
}

/** At most 200 characters, and no half of a surrogate pair at the end. */
const shortened = (text: string) =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, "")}…`;

/** A value as an error repeats it: numbers, texts and truth values as they are, all else as its JSON; long ones are cut. */
export function shownValue(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean" || typeof value === "number") return value;
  return shortened(typeof value === "string" ? value : textOf(value));
}

/** The same within a sentence. */
export function shownText(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(shortened(value)) : shortened(textOf(value));
}
