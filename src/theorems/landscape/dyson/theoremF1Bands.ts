import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { deformedEquation } from "../../../theory/landscape/dyson/deformedEquation.js";
import { dysonEquation } from "../../../theory/landscape/dyson/dysonEquation.js";
import { chiralSelfEnergy } from "../../../theory/landscape/dyson/selfEnergies/chiralSelfEnergy.js";
import { solveDyson } from "../../../theory/landscape/dyson/solver/solveDyson.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";

/** Edges of the spectrum of two atoms +-a and a semicircle, z(u) = u + u/(u^2 - a^2) where (u^2 - a^2)^2 = u^2 + a^2: outer, and inner for a > 1. */
function edgesOf(a: number): readonly number[] {
  const root = Math.sqrt(8 * a * a + 1);
  const place = (square: number) => {
    const u = Math.sqrt(square);
    return u + u / (square - a * a);
  };
  const outer = place((2 * a * a + 1 + root) / 2);
  return a > 1 ? [place((2 * a * a + 1 - root) / 2), outer] : [outer];
}

const isInside = (E: number, a: number): boolean => {
  const edges = edgesOf(a);
  return Math.abs(E) < edges.at(-1)! && (edges.length === 1 || Math.abs(E) > edges[0]!);
};

export const theoremF1Bands = theorem({
  id: "landscape/theorem-f-1-bands",
  kind: "theorem",
  title:
    "The support of a Dyson density is finitely many intervals where S is bounded below (Assumption 5.1 (4)); without that, atoms may be isolated.",
  notation: {
    b: "1 where the density at E is positive, 0 where it vanishes; A has the eigenvalues +-a",
    i: "1 between the edges z(u), z'(u) = 0",
  },
  parameters: {
    a: { set: "real", min: 0.1, max: 3, doc: "Eigenvalues +-a of A, half of them each." },
    E: { set: "real", min: -5, max: 5, doc: "Energy." },
  },
  assumptions: [],
  claim: equation(symbol("b"), symbol("i")),
  source: paper("Theorem F.1 (2)"),
  uses: ["landscape/theorem-f-1-unique"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "whether the solver's density exceeds 1e-7",
        evaluate: ({ a, E }) => Number(solveDyson(deformedEquation([a, -a]), E).density > 1e-7),
      },
      right: { name: "the closed form of the edges", evaluate: ({ a, E }) => Number(isInside(E, a)) },
      tolerance: { unit: "abs", limit: 0, why: "truth values" },
    },
    {
      kind: "routes",
      left: {
        name: "mass of the atom at 0 of a chiral matrix with p/n = a/6, from eta Im m at eta = 1e-4",
        evaluate: ({ a }) => 1e-4 * solveDyson(dysonEquation(chiralSelfEnergy(a / 6)), 0, { eta: 1e-4 }).trace[1],
      },
      right: { name: "(n - p)/(n + p)", evaluate: ({ a }) => (1 - a / 6) / (1 + a / 6) },
      tolerance: { unit: "abs", limit: 1e-7, why: "what is left at eta = 1e-4: eta^2 over the square of the gap" },
    },
  ],
});
