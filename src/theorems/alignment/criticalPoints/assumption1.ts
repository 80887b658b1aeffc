import { integer, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { behaviourOn } from "../../../theory/alignment/criticalPoints/boundaryIn.js";
import { turnedTeachers } from "../../../theory/alignment/criticalPoints/counterexamples.js";
import { reluDependence } from "../../../theory/alignment/criticalPoints/reluDependence.js";
import { polytope } from "../../../theory/alignment/regions/polytope.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { seed, size } from "../ways/parameters.js";
import { unitBox } from "../ways/randomObjects.js";
import { distinctHyperplanes, integerRows } from "../ways/sampledNullity.js";
import { counted } from "./settings.js";

/** Whether the corners of the box lie on both sides. */
function cornersOnBothSides(row: readonly number[]): boolean {
  const d = row.length - 1;
  const signs = Array.from({ length: 2 ** d }, (_, bits) =>
    Math.sign(row.slice(0, d).reduce((sum, w, i) => sum + (bits & (1 << i) ? w : -w), row[d]!)),
  );
  return signs.includes(1) && signs.includes(-1);
}

const relations = (rows: readonly (readonly number[])[]) =>
  reluDependence(rows, unitBox(rows[0]!.length - 1)).nullityWithAffine;

export const assumption1 = theorem({
  id: "alignment/assumption-1",
  kind: "definition",
  title:
    "A teacher can be recovered only if its nodes have distinct hyperplanes that cut the training region: then no combination of them is affine there.",
  notation: {
    nu: "linear relations between the teacher's nodes and the affine functions on the region",
    "nu'": "the same for visible nodes that are distinct for gamma > 0 only",
  },
  parameters: {
    d: size(1, 4, "Number of inputs of random teachers; the region is the box [-1,1]^d."),
    m: size(1, 6, "Most random teacher nodes."),
    seed,
  },
  assumptions: [],
  claim: equation(symbol("nu"), integer(0)),
  source: paper("Assumption 1"),
  uses: ["alignment/definition-3", "alignment/lemma-3"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "whether each boundary cuts the box, by its range over the box",
        evaluate: ({ d, m, seed: from }) => {
          const box = polytope(unitBox(d));
          return integerRows(from, d, m).map((row) => Number(behaviourOn(box, row) === "cuts"));
        },
      },
      right: {
        name: "whether corners lie on both sides",
        evaluate: ({ d, m, seed: from }) => integerRows(from, d, m).map((row) => Number(cornersOnBothSides(row))),
      },
      tolerance: counted,
    },
    {
      kind: "routes",
      left: {
        name: "relations between distinct visible nodes",
        evaluate: ({ d, m, seed: from }) => {
          const visible = distinctHyperplanes(integerRows(from, d, m)).filter(cornersOnBothSides);
          return visible.length === 0 ? 0 : relations(visible);
        },
      },
      right: { name: "zero", evaluate: () => 0 },
      tolerance: counted,
    },
  ],
  printed: {
    claim: equation(symbol("nu'"), integer(0)),
    says: "Not co-linear for gamma > 0 allows teachers w and -w, whose difference is affine: two students that are active everywhere reproduce it, and none is aligned.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { d: 2, m: 2, seed: 1 },
      left: { name: "relations between w and -w", evaluate: () => relations(turnedTeachers.teacher.W) },
      right: { name: "zero", evaluate: () => 0 },
      tolerance: counted,
    },
  },
});
