import { pathCountErratum } from "../../../../proofs/gating/errata/pathCount.js";
import { minus, power } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { regionCounts } from "../../../theory/gating/regions/regionCounts.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { counted, notation, size } from "./parameters.js";
import { allPaths, randomGates } from "./ways/randomGates.js";

const enumerated = (m: number, L: number) => allPaths(randomGates({ m, L, biases: "none", seed: 0 })).length;

export const pathCount = theorem({
  id: "gating/path-count",
  kind: "formula",
  title: "A network with L - 1 hidden layers of m neurons has m^(L-1) paths, and so many active path regions at most.",
  notation: { ...notation, paths: "the number of paths" },
  parameters: {
    m: size(1, 5, "Neurons m of each hidden layer."),
    L: size(2, 5, "Layers L; L - 1 of them are hidden."),
  },
  assumptions: [],
  claim: equation(symbol("paths"), power("m", minus("L", 1))),
  source: paper("sections 2 and 3.1"),
  uses: [],
  proof: { kind: "steps", file: "proofs/gating/errata/pathCount.ts" },
  checks: [
    {
      kind: "routes",
      left: { name: "paths of a network, listed", evaluate: ({ m, L }) => enumerated(m, L) },
      right: { name: "the formula", evaluate: ({ m, L }) => Number(regionCounts(m, L).paths) },
      tolerance: counted,
    },
  ],
  printed: {
    claim: equation(symbol("paths"), power("m", "L")),
    says: "Section 3.1 prints m^L regions; with the L - 1 hidden layers of section 2, which prints m^(L-1) paths, it is m^(L-1).",
    damaged: false,
    refutation: { kind: "exact", erratum: pathCountErratum },
  },
});
