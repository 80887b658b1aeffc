import type { Matrix } from "ml-matrix";
import { domainError } from "../../../numeric/domain.js";
import { gaussHermite } from "../../../numeric/quadrature/gaussHermite.js";
import type { Activation } from "../../../symbolic/activation/activation.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { polynomialPairMean } from "../ways/isserlis.js";
import {
  centring,
  cyclePattern,
  differencePattern,
  doublyCentred,
  frobenius,
  fromRows,
  matrixOf,
} from "../ways/patterns.js";
import { proofNamed } from "../ways/proofNamed.js";
import { pushed } from "../ways/pushedCovariance.js";

function coefficientsOf(phi: Activation): readonly number[] {
  const found = phi.facts.polynomial.value;
  if (found === null) throw domainError("phi", phi.text, "a polynomial", "Choose another activation.");
  return found;
}

/** u = dV_11/dSigma_11, v = dV_12/dSigma_11, w = dV_12/dSigma_12: means of derivatives of phi (Price's theorem), Gauss-Hermite. */
function partials(phi: Activation, q: number, c: number): { u: number; v: number; w: number } {
  const { nodes, weights } = gaussHermite(8);
  const mass = weights.reduce((sum, weight) => sum + weight, 0);
  const second = phi.secondDerivative!;
  let [u, v, w] = [0, 0, 0];
  nodes.forEach((z1, i) => {
    nodes.forEach((z2, j) => {
      const weight = (weights[i]! * weights[j]!) / mass ** 2;
      const x = Math.sqrt(q) * z1;
      const y = Math.sqrt(q) * (c * z1 + Math.sqrt((1 - c) * (1 + c)) * z2);
      u += weight * (phi.derivative(x) ** 2 + phi.value(x) * second(x));
      v += (weight * second(x) * phi.value(y)) / 2;
      w += weight * phi.derivative(x) * phi.derivative(y);
    });
  });
  return { u, v, w };
}

const quotient = (image: Matrix, matrix: Matrix) => frobenius(image, matrix) / frobenius(matrix, matrix);

export const theoremB64 = theorem({
  id: "batchnorm/theorem-b-64",
  kind: "theorem",
  title:
    "The centred derivative of V at BSB1(a, b) has the eigenvalues of a DOS operator with u = dV_11/dSigma_11, v = dV_12/dSigma_11, w = dV_12/dSigma_12.",
  notation: {
    lambda_G: "the eigenvalue on span(G); ((B-2)(u-2v)+2w)/B on L, w on M",
    u: "dV_11/dSigma_11",
    v: "dV_12/dSigma_11",
    w: "dV_12/dSigma_12",
  },
  parameters: {
    B: { set: "integer", min: 4, max: 6, doc: "Batch size; any B >= 4 in the theorem." },
    phi: {
      set: "activation",
      class: "polynomial",
      doc: "A polynomial, where V is a polynomial of Sigma; the theorem holds for all activations.",
    },
    Sigma: { set: "covariance", size: "B", class: "bsb1", doc: "BSB1(a, b)." },
  },
  assumptions: [],
  claim: proofNamed("theorem-b63-g").claim,
  source: paper("Theorem B.64"),
  uses: ["batchnorm/theorem-b-63", "batchnorm/definition-b-1"],
  proof: { kind: "steps", file: "proofs/batchnorm/dosOperators.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "Rayleigh quotients on G, L(B-2, 1) and a cycle of central differences of V by pairings of moments",
        evaluate: ({ B, phi, Sigma }) => {
          const coefficients = coefficientsOf(phi);
          const map = (sigma: Matrix) =>
            matrixOf(B, (i, j) =>
              polynomialPairMean(coefficients, [sigma.get(i, i), sigma.get(i, j), sigma.get(j, j)]),
            );
          return [centring(B), differencePattern(B, B - 2, 1), cyclePattern(B)].map((matrix) =>
            quotient(doublyCentred(pushed(map, fromRows(Sigma), matrix, Sigma[0]![0]! / B)), matrix),
          );
        },
      },
      right: {
        name: "the three eigenvalues from u, v and w by Price's theorem",
        evaluate: ({ B, phi, Sigma }) => {
          const q = Sigma[0]![0]!;
          const { u, v, w } = partials(phi, q, Sigma[0]![1]! / q);
          return [((B - 1) * (u - 2 * v) + w) / B, ((B - 2) * (u - 2 * v) + 2 * w) / B, w];
        },
      },
      tolerance: {
        unit: "rel",
        limit: 1e-7,
        why: "u - 2 v may be a thousandth of u for high powers; central differences to 1e-10 of V over the radius",
      },
      cases: { count: 60, why: "42 covariance maps a point" },
    },
    {
      kind: "exact",
      proofs: [proofNamed("theorem-b63-g"), proofNamed("theorem-b63-l"), proofNamed("theorem-b63-m")],
    },
  ],
});
