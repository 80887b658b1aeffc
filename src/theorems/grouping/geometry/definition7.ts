import { jointGradient, jointGradientErratum } from "../../../../proofs/grouping/geometry.js";
import { theorem } from "../../theorem.js";
import { slopeByDifferences } from "../../ways/differences.js";
import { paper } from "../paper.js";
import { composition, familyOfComposition, jointPsi, shifted } from "./composition.js";
import { differences, notation } from "./settings.js";

export const definition7 = theorem({
  id: "grouping/definition-7",
  kind: "definition",
  title: "The gradient of the joint log-partition function with respect to f(h) is P(h) E[g given h].",
  notation: { ...notation, G: "d psi/d f(h)", P_1: "P(h)", E_1: "E[g given h]" },
  parameters: composition,
  assumptions: [],
  claim: jointGradient.claim,
  source: paper("Definition 7"),
  uses: ["grouping/definition-6"],
  proof: { kind: "steps", file: "proofs/grouping/geometry.ts" },
  checks: [
    { kind: "exact", proofs: [jointGradient] },
    {
      kind: "routes",
      left: {
        name: "P(h) E[g given h], every entry",
        evaluate: (values) => familyOfComposition(values).jointGradient.flat(),
      },
      right: {
        name: "psi by sums of exponentials, differentiated by differences",
        evaluate: (values) =>
          values.f.flatMap((row, h) =>
            row.map((x, i) => slopeByDifferences((at) => jointPsi(shifted(values, h, i, at)), x, 1)),
          ),
      },
      tolerance: { ...differences, unit: "abs" },
    },
  ],
  printed: {
    claim: jointGradientErratum.printed,
    says: "eta given h = grad psi with respect to f(h) is printed as E[t given h], for psi of the joint law; that gradient has the factor P(h).",
    damaged: false,
    refutation: { kind: "exact", erratum: jointGradientErratum },
  },
});
