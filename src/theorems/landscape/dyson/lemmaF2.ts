import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { dysonEquation } from "../../../theory/landscape/dyson/dysonEquation.js";
import { literalSelfEnergy } from "../../../theory/landscape/dyson/selfEnergies/literalSelfEnergy.js";
import { solveDyson } from "../../../theory/landscape/dyson/solver/solveDyson.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { type ComplexRows, combination, listed } from "../ways/complexRows.js";
import { randomVariances } from "../ways/randomEquations.js";
import { centred, parameters } from "./equation14.js";
import { rounding } from "./settings.js";

export const lemmaF2 = theorem({
  id: "landscape/lemma-f-2",
  kind: "lemma",
  title: "With A = 0 the solutions at z and at -z* are related by M' = -M*.",
  notation: { M: "entries of the solution at -z*, by Newton's method", m: "entries of -M(z)*, by averaged steps" },
  parameters,
  assumptions: [],
  claim: equation(symbol("M"), symbol("m")),
  source: paper("Lemma F.2"),
  uses: ["landscape/equation-14", "landscape/theorem-f-1-unique"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the solver at -E + i eta",
        evaluate: ({ N, E, eta: y, seed: from }) => {
          const found = solveDyson(dysonEquation(literalSelfEnergy(randomVariances(from, N))), -E, { eta: y });
          return listed(found.G!);
        },
      },
      right: {
        name: "-M* from averaged steps at E + i eta",
        evaluate: (point) => {
          const { re, im } = centred(point);
          const across = (rows: ComplexRows["re"]) => rows.map((_, i) => rows.map((row) => row[i]!));
          const transposed = { re: across(re), im: across(im) };
          return listed({ re: combination(-1, transposed, 0, transposed).re, im: transposed.im });
        },
      },
      tolerance: rounding,
      cases: { count: 100, why: "an iteration takes a hundred steps" },
    },
  ],
});
