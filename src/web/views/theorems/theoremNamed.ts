import { domainError } from "../../../numeric/domain.js";
import { theorems } from "../../../theorems/index.js";
import type { Theorem } from "../../../theorems/theorem.js";
import { nearIds } from "../../../verification/nearIds.js";

/** The theorem of an id. @throws TheoryError that names the nearest ones. */
export function theoremNamed(id: string): Theorem {
  const found = theorems.find((theorem) => theorem.id === id);
  if (found !== undefined) return found;
  const near = nearIds(
    id,
    theorems.map((theorem) => theorem.id),
  );
  const remedy = near.length === 0 ? "See the list of all theorems." : `Did you mean ${near.join(", ")}?`;
  throw domainError("theorem", id, "the id of a theorem", remedy);
}
