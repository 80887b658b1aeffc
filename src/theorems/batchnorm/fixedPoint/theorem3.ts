import { activation } from "../../../symbolic/activation/create.js";
import { integral, negative, over, pi, root, times } from "../../../symbolic/build.js";
import { call, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { hypersphericalFixedPoint } from "../ways/hyperspherical.js";
import { inverseLaplace } from "../ways/inverseLaplace.js";
import { logTrapezoid } from "../ways/logTrapezoid.js";

/** The two-fold integral with V_s or V_p in its numerator. */
const twofold = (value: "V_s" | "V_p") =>
  integral(
    over(
      times(integral(over(times("w", value), root("det")), "lambda", negative(call("Infinity")), call("Infinity"))),
      times(2, pi),
    ),
    "s",
    0,
    call("Infinity"),
  );

export const theorem3 = theorem({
  id: "batchnorm/theorem-3",
  kind: "theorem",
  title:
    "For any activation, batch norm's covariance map is a Fourier integral of the map without batch norm, taken at an inverse: V(G (Sigma^-1 + 2 i lambda G/B)^-1 G / s).",
  notation: {
    V_B: "the covariance map with batch norm",
    s: "the squared norm r^2; the integral over lambda, from -oo to oo, is done first",
    lambda: "the Fourier variable",
    w: "e^(i lambda s)",
    det: "det(I + 2 i lambda G Sigma/B)",
    V_s: "V(G (Sigma^-1 + 2 i lambda G/B)^-1 G/s)",
    V_p: "V(G (Sigma^-1 + 2 i lambda G/B) G/s), as printed",
  },
  parameters: {
    B: {
      set: "integer",
      min: 5,
      max: 2000,
      doc: "Batch size B; the fixed point, where the library has the integral, is what is checked.",
    },
    phi: { set: "activation", class: "any", doc: "Activation." },
  },
  assumptions: [],
  claim: equation(symbol("V_B"), twofold("V_s")),
  source: paper("Theorem 3, eq. (12); eq. (35)"),
  uses: ["batchnorm/theorem-b-9"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "q and q c by the Fourier integral",
        evaluate: ({ B, phi }) => {
          const { q, c } = batchNorm({ activation: phi, batch: B }, { method: "fourier", tolerance: 1e-7 }).fixedPoint;
          return [q, { ...c, value: q.value * c.value, error: q.error * Math.abs(c.value) + c.error * q.value }];
        },
      },
      right: {
        name: "q and q c by the integrals over two hyperspherical angles",
        evaluate: ({ B, phi }) => {
          const { q, qc } = hypersphericalFixedPoint(phi, B);
          return [q, qc];
        },
      },
      tolerance: {
        unit: "rel",
        limit: 1e-10,
        why: "the Fourier route states its own error; the angles are good to 1e-10",
      },
      cases: { count: 16, why: "the Fourier route takes up to 0.2 s a point" },
    },
  ],
  printed: {
    claim: equation(symbol("V_B"), twofold("V_p")),
    says: "The inverse of Sigma^-1 + 2 i lambda G/B is missing, in (12) and in (35); (36) has it.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { B: 8, phi: activation("x") },
      left: {
        name: "the variance of a normalised sample, phi = id",
        evaluate: ({ B, phi }) => batchNorm({ activation: phi, batch: B }).fixedPoint.q,
      },
      right: {
        name: "the printed integral for Sigma = I and phi = id, inverse Laplace transform in p = i lambda, then trapezoid in log s",
        evaluate: ({ B }) => {
          const share = (B - 1) / B;
          const f = (s: number) =>
            inverseLaplace(
              (p) =>
                p
                  .times(2 / B)
                  .plus(1)
                  .power((1 - B) / 2 + 1),
              s,
            ) / s;
          return share * logTrapezoid(f, { low: (B - 1) / 2 - 3, high: 40, least: 1e-2, most: 1e2 })[0]!;
        },
      },
      tolerance: { unit: "rel", limit: 1e-6, why: "the printed value is 7/3 here, the right one 1" },
    },
  },
});
