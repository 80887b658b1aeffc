/**
 * A ladder from conditional tables, drawn from the top down: P(z_top), then P(z_beta | labels of its parents), then P(x_leaf | z_leaf).
 * z is random given x; each combination of labels and contents of positive probability is one atom. Ours: the paper states tables only.
 */
import { domainError } from "../../numeric/domain.js";
import type { Matrix } from "../../numeric/linearAlgebra/denseMatrix.js";
import { assertStochastic } from "../../numeric/linearAlgebra/matrixChecks.js";
import { assertShapes, list, matrix, optional, optionsOf, record, text } from "../../numeric/shape.js";
import type { Ladder, Nesting } from "./ladder.js";
import { ladderFromAtoms } from "./ladderFromAtoms.js";
import { nestingShape } from "./shapes.js";

/** More atoms than this are refused. */
const MAXIMUM_COMBINATIONS = 200_000;

export interface LabelTable {
  readonly id: string;
  /** The regions that cover this one and whose labels its label depends on; none at the top. Listed before it. */
  readonly parents: readonly string[];
  /** P(z = b | parents), a row for each combination of the parents' labels (the first parent's changes slowest); one row at the top. */
  readonly table: Matrix;
  /** P(x | z) of a region without children, a row for each of its labels: one pixel, with the values 0, 1, ... . */
  readonly contents?: Matrix;
}

/**
 * The ladder of these tables. Labels are 0, 1, ...; a leaf covers the pixel of its place among the leaves, other regions what is below.
 * `nesting`: default "stochastic"; a stronger one is checked. Throws TheoryError for rows that do not sum to 1 within 1e-9, tables
 * of another size, parents that are not listed before, contents that are missing or not a leaf's, and more than 200000 atoms.
 */
export function ladderFromTables(tables: readonly LabelTable[], options: { readonly nesting?: Nesting } = {}): Ladder {
  assertShapes(
    {
      tables: list(record({ id: text, parents: list(text), table: matrix, contents: optional(matrix) })),
      options: optionsOf({ nesting: nestingShape }),
    },
    { tables, options },
  );
  const { nesting = "stochastic" } = options;
  assertTables(tables);
  const leaves = tables.filter(({ id }) => childrenOf(tables, id).length === 0);
  let draws: readonly Draw[] = [{ weight: 1, labels: [], pixels: [] }];
  for (const one of tables) draws = extended(draws, one, tables, "label");
  for (const leaf of leaves) draws = extended(draws, leaf, tables, "content");
  // each row sums to 1 within 1e-9 only: the product over many tables may be further off
  const total = draws.reduce((sum, { weight }) => sum + weight, 0);
  return ladderFromAtoms(
    draws.map(({ pixels }) => pixels),
    draws.map(({ weight }) => weight / total),
    tables.map(({ id }, place) => ({
      id,
      pixels: leaves.flatMap((leaf, pixel) => (isBelow(tables, leaf.id, id) ? [pixel] : [])),
      children: childrenOf(tables, id),
      labels: draws.map(({ labels }) => labels[place]!),
    })),
    { nesting },
  );
}

interface Draw {
  readonly weight: number;
  readonly labels: readonly number[];
  readonly pixels: readonly number[];
}

/** Every draw with each value of the next label or content. */
function extended(
  draws: readonly Draw[],
  one: LabelTable,
  tables: readonly LabelTable[],
  what: "label" | "content",
): readonly Draw[] {
  const place = tables.indexOf(one);
  const given = one.parents.map((id) => tables.findIndex((table) => table.id === id));
  const out: Draw[] = [];
  for (const { weight, labels, pixels } of draws) {
    const row = given.reduce((at, parent) => at * tables[parent]!.table[0]!.length + labels[parent]!, 0);
    const chances = what === "label" ? one.table[row]! : one.contents![labels[place]!]!;
    for (const [value, probability] of chances.entries()) {
      if (probability === 0) continue;
      const next = weight * probability;
      out.push(
        what === "label"
          ? { weight: next, labels: [...labels, value], pixels }
          : { weight: next, labels, pixels: [...pixels, value] },
      );
    }
    if (out.length > MAXIMUM_COMBINATIONS) {
      const domain = `at most ${MAXIMUM_COMBINATIONS} combinations of labels and contents`;
      throw domainError("tables", "a longer list", domain, "Pass fewer regions or smaller tables.");
    }
  }
  return out;
}

const childrenOf = (tables: readonly LabelTable[], id: string): readonly string[] =>
  tables.filter(({ parents }) => parents.includes(id)).map((table) => table.id);

const isBelow = (tables: readonly LabelTable[], id: string, region: string): boolean =>
  id === region || childrenOf(tables, region).some((child) => isBelow(tables, id, child));

function assertTables(tables: readonly LabelTable[]): void {
  if (tables.length === 0) throw domainError("tables", "[]", "at least one region", "Pass the table of the top.");
  for (const [place, { id, parents, table, contents }] of tables.entries()) {
    const before = tables.slice(0, place);
    if (before.some((other) => other.id === id)) throw domainError("tables", id, "names that differ", "Rename one.");
    let rows = 1;
    for (const parent of parents) {
      const above = before.find((other) => other.id === parent);
      if (above === undefined) {
        throw domainError(`parents of ${id}`, parent, "regions listed before it", "List parents first.");
      }
      rows *= above.table[0]!.length;
    }
    assertStochastic(`table of ${id}`, table, { rows });
    const isLeaf = childrenOf(tables, id).length === 0;
    if (isLeaf !== (contents !== undefined)) {
      const given = isLeaf ? "no contents" : "contents";
      throw domainError(
        `contents of ${id}`,
        given,
        "P(x | z) of each region without children",
        "Only leaves have them.",
      );
    }
    if (contents === undefined) continue;
    assertStochastic(`contents of ${id}`, contents, { rows: table[0]!.length });
  }
}
