import { Matrix } from "ml-matrix";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { denseHomogeneous } from "../ways/denseHomogeneous.js";
import { centring, doublyCentred, entriesOf, fromRows } from "../ways/patterns.js";
import { normalisedMap, pushed } from "../ways/pushedCovariance.js";
import { homogeneousNotation, wholeDegree } from "./settings.js";

export const definitionB41 = theorem({
  id: "batchnorm/definition-b-41",
  kind: "definition",
  title:
    "U is the derivative of Sigma^G -> G V_{phi N}(Sigma^G) G at the fixed point mu G, on symmetric matrices with zero row sums.",
  notation: {
    ...homogeneousNotation,
    U_Delta: "d/dt of G V_{phi N}(mu G + t Delta) G at t = 0",
    moments: "(B-1)/(2 mu) E[G phi phi^T G (x^T Delta x - tr Delta/(B-1))], x uniform on the unit sphere of mean zero",
  },
  parameters: {
    B: {
      set: "integer",
      min: 4,
      max: 5,
      doc: "Batch size; any B in the definition, dense operators are made for 4 and 5.",
    },
    ...wholeDegree,
    X: { set: "symmetric", size: "B", doc: "The direction is Delta = G X G." },
  },
  assumptions: [],
  claim: equation(symbol("U_Delta"), symbol("moments")),
  source: paper("Definition B.41"),
  uses: ["batchnorm/definition-b-40", "batchnorm/theorem-b-25", "batchnorm/lemma-b-43"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "central differences of the library's covariance map at G, centred",
        evaluate: ({ B, X, ...phi }) => {
          const delta = doublyCentred(fromRows(X));
          return entriesOf(doublyCentred(pushed(normalisedMap(phi), centring(B), delta, 1 / (1 + delta.norm()))));
        },
      },
      right: {
        name: "mu times the dense B^2 x B^2 forward operator, by moments over the sphere",
        evaluate: ({ B, X, ...phi }) => {
          const { forward, mu } = denseHomogeneous(phi, B);
          const column = Matrix.columnVector(entriesOf(doublyCentred(fromRows(X))));
          return entriesOf(forward.mmul(column).mul(mu));
        },
      },
      tolerance: {
        unit: "rel",
        limit: 1e-7,
        why: "central differences of values known to 1e-13, sphere rules good to 1e-9",
      },
      cases: { count: 24, why: "28 covariance maps and a quadrature over the sphere a point" },
    },
  ],
});
