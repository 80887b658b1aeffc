import { domainError } from "../../../numeric/domain.js";
import type { Ladder } from "../../../theory/ladder/ladder.js";
import { ladderFromTables } from "../../../theory/ladder/ladderFromTables.js";
import { randomLadder } from "../../../theory/ladder/random/randomLadder.js";
import type { LadderSource } from "./ladderSource.js";
import { parseTables } from "./parseTables.js";

/** What a slider waits for. */
const MOST_ATOMS = 5000;

/** @throws TheoryError for tables that are no ladder, with the line or the region. */
export function readLadder(source: LadderSource): Ladder {
  if (source.kind === "random") {
    const { kind: _, ...options } = source;
    return randomLadder(options);
  }
  const tables = parseTables(source.text);
  // before the atoms are listed
  const atoms = tables.reduce(
    (count, { table, contents }) => count * (table[0]?.length ?? 1) * (contents?.[0]?.length ?? 1),
    1,
  );
  if (atoms > MOST_ATOMS) {
    throw domainError(
      "tables",
      `${atoms} combinations`,
      `at most ${MOST_ATOMS} of labels and contents`,
      "Type smaller tables.",
    );
  }
  return ladderFromTables(tables);
}
