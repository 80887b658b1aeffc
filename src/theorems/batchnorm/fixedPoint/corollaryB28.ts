import { covarianceMap } from "../../../theory/batchnorm/covarianceMap.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { bsb1, centring, doublyCentred, entriesOf, fromRows } from "../ways/patterns.js";
import { proofNamed } from "../ways/proofNamed.js";

export const corollaryB28 = theorem({
  id: "batchnorm/corollary-b-28",
  kind: "corollary",
  title: "For a linear network the fixed point has 1 on the diagonal and -1/(B-1) off it, B/(B-1) G.",
  notation: { c: "correlation of two samples", q: "diagonal entry, 1" },
  parameters: {
    B: { set: "integer", min: 2, max: 10, doc: "Batch size; any B in the corollary." },
    Sigma: { set: "covariance", size: "B", class: "bsb1", doc: "Any BSB1 covariance." },
  },
  assumptions: [],
  claim: proofNamed("identity-correlation").claim,
  source: paper("Corollary B.28"),
  uses: ["batchnorm/theorem-b-25"],
  proof: { kind: "steps", file: "proofs/batchnorm/identity.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the library's Laplace integral for x at that covariance, and the same centred",
        evaluate: ({ Sigma }) => {
          const image = fromRows(covarianceMap("x", Sigma).values);
          return [...entriesOf(image), ...entriesOf(doublyCentred(image))];
        },
      },
      right: {
        name: "BSB1(1, -1/(B-1)) and B/(B-1) G",
        evaluate: ({ B }) => [...entriesOf(bsb1(B, 1, -1 / (B - 1))), ...entriesOf(centring(B).mul(B / (B - 1)))],
      },
      tolerance: {
        unit: "abs",
        limit: 1e-9,
        why: "near c = 1 the centred covariance is a difference of nearly equal entries, to 1e-16 over 1 - c >= 1e-6",
      },
    },
    { kind: "exact", proofs: [proofNamed("theorem-5-identity-q"), proofNamed("identity-correlation")] },
  ],
});
