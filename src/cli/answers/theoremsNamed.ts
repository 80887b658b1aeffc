import { theorems } from "../../theorems/index.js";
import { areas, type Theorem } from "../../theorems/theorem.js";
import { nearIds } from "../../verification/nearIds.js";
import { UsageError } from "../usageError.js";

const ids = theorems.map(({ id }) => id);

const filled = areas.filter((area) => ids.some((id) => id.startsWith(`${area}/`)));

function unknown(name: string): UsageError {
  const near = nearIds(name, ids);
  const hint = near.length === 0 ? "theoria theorems lists them." : `Did you mean ${near.join(" or ")}?`;
  return new UsageError(`no theorem or area is called ${name}. Areas: ${filled.join(", ")}. ${hint}`);
}

function namedBy(name: string): readonly Theorem[] {
  if (filled.some((area) => area === name)) return theorems.filter(({ id }) => id.startsWith(`${name}/`));
  const exact = theorems.filter(({ id }) => id === name || id.endsWith(`/${name}`));
  if (exact.length === 0) throw unknown(name);
  return exact;
}

/** The theorems of ids (with or without their area) and of areas, each once, in the registry's order. Throws a UsageError. */
export function theoremsNamed(names: readonly string[]): readonly Theorem[] {
  const chosen = new Set(names.flatMap(namedBy));
  return theorems.filter((theorem) => chosen.has(theorem));
}

/** The one theorem of an id. Throws a UsageError for an area, too. */
export function theoremNamed(name: string): Theorem {
  const [found, ...others] = namedBy(name);
  if (found === undefined || others.length > 0) {
    throw new UsageError(`${name} has ${others.length + 1} theorems: theoria theorems ${name} lists them. Name one.`);
  }
  return found;
}

export const everyTheorem: readonly Theorem[] = theorems;
