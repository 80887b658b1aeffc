import { TheoryError } from "../errors.js";
import { shownValue } from "./shownValue.js";

/** The most entries that one call takes. */
export const MAX_ENTRIES = 100_000;

/**
 * The entries of a request: a list of them, { "cases": [...] }, or a single entry, which has a `kind`.
 * @throws TheoryError "domain" for anything else, and for more than 100000 entries.
 */
export function entriesOf(request: unknown): readonly unknown[] {
  const list = listOf(request);
  if (list === null) {
    const domain = 'a list of entries { "id", "kind", "inputs" }, { "cases": [...] }, or one entry';
    throw refused("these are no entries", request, domain, "List the kinds with theoria call --kinds.");
  }
  if (list.length > MAX_ENTRIES) {
    throw refused(`${list.length} entries`, list.length, `at most ${MAX_ENTRIES} entries`, "Use several calls.");
  }
  return list;
}

function refused(message: string, value: unknown, domain: string, remedy: string): TheoryError {
  return new TheoryError(message, { code: "domain", parameter: "entries", value: shownValue(value), domain, remedy });
}

function listOf(request: unknown): readonly unknown[] | null {
  if (Array.isArray(request)) return request;
  if (typeof request !== "object" || request === null) return null;
  if (Object.hasOwn(request, "kind")) return [request];
  const cases: unknown = Object.hasOwn(request, "cases") ? (request as { cases: unknown }).cases : null;
  return Array.isArray(cases) ? cases : null;
}
