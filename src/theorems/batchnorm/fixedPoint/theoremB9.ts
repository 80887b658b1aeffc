import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { integral, over, times } from "../../../symbolic/build.js";
import { call, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { Complex } from "../ways/complex.js";
import { helmert } from "../ways/helmert.js";
import { inverseLaplace } from "../ways/inverseLaplace.js";
import { logTrapezoid } from "../ways/logTrapezoid.js";
import { fromRows } from "../ways/patterns.js";
import { sphereCovariance } from "../ways/sphereCovariance.js";

type Rows = readonly (readonly number[])[];

/** Eigenvalues of G Sigma G on the hyperplane and the rows of its eigenvectors in R^B. */
function spectrum(sigma: Rows): { readonly values: readonly number[]; readonly vectors: Matrix } {
  const B = sigma.length;
  const frame = Matrix.from1DArray(B - 1, B, [...helmert(B)]);
  const small = frame.mmul(fromRows(sigma)).mmul(frame.transpose());
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(small, { assumeSymmetric: true });
  return { values: realEigenvalues, vectors: eigenvectorMatrix.transpose().mmul(frame) };
}

/** (36) for phi = a x + b x^2: V(C)_ij = a^2 C_ij + b^2 (C_ii C_jj + 2 C_ij^2) at the complex C, p = i lambda. */
function fourier(a: number, b: number, sigma: Rows): number[] {
  const B = sigma.length;
  const { values, vectors } = spectrum(sigma);
  const pairs = sigma.flatMap((row, i) => row.slice(i).map((_, k) => [i, i + k] as const));
  const density = (s: number) =>
    pairs.map(([i, j]) =>
      inverseLaplace((p) => {
        let weight = new Complex(1, 0);
        let [ii, ij, jj] = [new Complex(0, 0), new Complex(0, 0), new Complex(0, 0)];
        values.forEach((value, m) => {
          const tilt = p
            .times((2 * value) / B)
            .plus(1)
            .inverse();
          weight = weight.times(tilt.power(0.5));
          const [x, y] = [vectors.get(m, i), vectors.get(m, j)];
          ii = ii.plus(tilt.times((value * x * x) / s));
          ij = ij.plus(tilt.times((value * x * y) / s));
          jj = jj.plus(tilt.times((value * y * y) / s));
        });
        const square = ii.times(jj).plus(ij.times(ij).times(2));
        return weight.times(ij.times(a * a).plus(square.times(b * b)));
      }, s),
    );
  const most = Math.max(...values);
  // the density of s = |G h|^2/B has an exponential end
  return logTrapezoid(density, { low: 0, high: 12, least: Math.min(...values) / 10, most: 20 * most }, 0.2);
}

export const theoremB9 = theorem({
  id: "batchnorm/theorem-b-9",
  kind: "theorem",
  title:
    "V_B(Sigma) is the integral over s of (1/2 pi) int e^(i lambda s) det(I + 2 i lambda G Sigma/B)^(-1/2) V(Sigma^G (I + 2 i lambda Sigma^G/B)^-1 / s) d lambda, the inner one over lambda.",
  notation: {
    V_B: "the covariance map with batch norm, here of phi = a x + b x^2, whose V is a polynomial at complex arguments",
    f: "the inverse Fourier transform over lambda, with s = r^2; the order of the two integrals matters",
  },
  parameters: {
    B: {
      set: "integer",
      min: 3,
      max: 4,
      doc: "Batch size; the theorem holds for every B >= 3, the direct integral is done for 3 and 4.",
    },
    a: { set: "real", min: -2, max: 2, doc: "Coefficient of x." },
    b: { set: "real", min: 0.1, max: 2, doc: "Coefficient of x^2." },
    Sigma: { set: "symmetric", size: "B", doc: "S of Sigma = S S/4 + I, a covariance of condition number 20 at most." },
  },
  assumptions: [],
  claim: equation(symbol("V_B"), over(integral(symbol("f"), "s", 0, call("Infinity")), times(2, call("Pi")))),
  source: paper("Theorem B.9, eq. (36)"),
  uses: ["batchnorm/definition-b-1", "batchnorm/definition-b-2"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "inverse Laplace transform in p = i lambda on a cotangent contour, then the trapezoid rule in log s",
        evaluate: ({ a, b, Sigma }) => fourier(a, b, positive(Sigma)),
      },
      right: {
        name: "the definition as an integral over the circle or sphere of directions",
        evaluate: ({ a, b, Sigma }) => sphereCovariance((x) => a * x + b * x * x, positive(Sigma)),
      },
      tolerance: { unit: "rel", limit: 1e-7, why: "the contour's 1e-11 over s^2 at the small s that count" },
      cases: { count: 16, why: "a contour for every s and entry, and a sphere, take 60 ms a point" },
    },
  ],
});

/** S S/4 + I. */
function positive(rows: Rows): Rows {
  const matrix = fromRows(rows);
  return matrix.mmul(matrix).div(4).add(Matrix.eye(rows.length)).to2DArray();
}
