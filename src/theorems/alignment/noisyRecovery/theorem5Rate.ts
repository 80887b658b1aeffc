import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { largestGradients } from "../../../theory/alignment/noisyRecovery/largestGradients.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { seed } from "../ways/parameters.js";
import { centralRow, gaussians, streamOf, unitBox } from "../ways/randomObjects.js";

interface Setting {
  readonly digits: number;
  readonly seed: number;
}

/** sup |g_k| over the box of a student that is 1 everywhere, over the angle by which its partner is turned off the one teacher. */
function slope({ digits, seed: from }: Setting, part: number): number {
  const stream = streamOf(from, 21);
  const row = centralRow(stream, 2);
  const v = gaussians(stream, 2);
  const angle = part * 10 ** -digits;
  const [x, y, b] = row as [number, number, number];
  const turned = [x - angle * y, y + angle * x, b];
  const student = { W: [turned, [0, 0, 1], [0, 0, 1]], V: [v, v, v.map((entry) => -entry)] };
  return largestGradients({ W: [row], V: [v] }, student, unitBox(2))[1]! / angle;
}

export const theorem5Rate = theorem({
  id: "alignment/theorem-5-rate",
  kind: "remark",
  title:
    "The rate of Theorem 5 is linear: the largest gradient is proportional to the angle of the misalignment as this goes to zero, so no eps^(1-delta) is needed or improvable.",
  notation: { g_1: "sup |g_k| at misalignment angle phi, over phi", g_2: "the same at half the angle" },
  parameters: { digits: { set: "real", min: 4, max: 7, doc: "The angle phi is 10^-digits." }, seed },
  assumptions: [],
  claim: equation(symbol("g_1"), symbol("g_2")),
  source: paper("Theorem 5, its rate"),
  uses: ["alignment/theorem-5"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: { name: "sup |g_k| over the angle", evaluate: (setting) => slope(setting, 1) },
      right: { name: "at half the angle", evaluate: (setting) => slope(setting, 0.5) },
      tolerance: {
        unit: "rel",
        limit: 1e-3,
        why: "the next order in the angle, at most 10^-4, times the box over the reach of the boundary, up to 10",
      },
    },
  ],
});
