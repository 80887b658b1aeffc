import { domainError } from "../../numeric/domain.js";

/** The list; a point where it is empty says nothing about the statement and is skipped. */
export function someOf<T>(what: string, list: readonly T[]): readonly T[] {
  if (list.length > 0) return list;
  throw domainError(what, "none", "at least one", "Take another seed.");
}
