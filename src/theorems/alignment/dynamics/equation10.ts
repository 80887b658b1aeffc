import { angleFlow } from "../../../../proofs/alignment/angle.js";
import { angleAt } from "../../../theory/alignment/dynamics/angleAt.js";
import { angleByInversion } from "../../../theory/alignment/dynamics/angleByInversion.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { positive } from "./settings.js";

export const equation10 = theorem({
  id: "alignment/equation-10",
  kind: "formula",
  title: "The angle of a single student to its teacher falls at the rate alpha psi sin(theta).",
  notation: { theta: "the angle of student and teacher", dtheta: "its time derivative", psi: "(pi - theta)/(2 pi)" },
  parameters: {
    t0: { set: "real", min: 1e-6, max: 3.14, doc: "Angle at the start, radians." },
    alpha: positive(0.05, 5, "alpha."),
    time: { set: "real", min: 0, max: 200, doc: "Time." },
  },
  assumptions: [],
  claim: angleFlow.claim,
  source: paper("eq. (10)"),
  uses: ["alignment/equation-9"],
  proof: { kind: "steps", file: "proofs/alignment/angle.ts" },
  checks: [
    { kind: "exact", proofs: [angleFlow] },
    {
      kind: "routes",
      left: { name: "the differential equation solved", evaluate: ({ t0, alpha, time }) => angleAt(t0, alpha, time) },
      right: {
        name: "the travel time by quadrature, inverted",
        evaluate: ({ t0, alpha, time }) => angleByInversion(t0, alpha, time),
      },
      tolerance: { unit: "abs", limit: 1e-10, why: "two ways to 1e-12" },
    },
    {
      kind: "reference",
      at: { t0: 2.5, alpha: 1, time: 5 },
      value: "1.977855255306",
      origin: "DOP853 (SciPy) and mpmath quadrature with inversion",
      way: { name: "the differential equation solved", evaluate: ({ t0, alpha, time }) => angleAt(t0, alpha, time) },
      tolerance: { unit: "abs", limit: 1e-12, why: "the last digit" },
    },
  ],
});
