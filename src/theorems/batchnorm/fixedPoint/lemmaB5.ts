import gamma from "@stdlib/math-base-special-gamma";
import { gamma as Gamma, integral, minus, over, power, times } from "../../../symbolic/build.js";
import { call, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { logTrapezoid } from "../ways/logTrapezoid.js";

type Rows = readonly (readonly number[])[];

/** E |y|^-2k (y1^2, y1 y2, y2^2) in polar coordinates of the normals: a periodic integrand, trapezoid rule. */
function byAngle([[xx, xy], [, yy]]: Rows, k: number): number[] {
  const a = Math.sqrt(xx!);
  const b = xy! / a;
  const d = Math.sqrt(yy! - b * b);
  const sums = [0, 0, 0];
  const count = 8192;
  for (let i = 0; i < count; i++) {
    const angle = (2 * Math.PI * i) / count;
    const [x, y] = [a * Math.cos(angle), b * Math.cos(angle) + d * Math.sin(angle)];
    const weight = (x * x + y * y) ** -k / count;
    [x * x, x * y, y * y].forEach((product, e) => {
      sums[e]! += weight * product;
    });
  }
  // E rho^(2-2k) of the radius
  return sums.map((sum) => sum * 2 ** (1 - k) * gamma(2 - k));
}

function byLaplace([[xx, xy], [, yy]]: Rows, k: number): number[] {
  const trace = xx! + yy!;
  const determinant = xx! * yy! - xy! * xy!;
  const range = { low: k - 1, high: 3 - k, least: 1 / trace, most: trace / determinant };
  const integrals = logTrapezoid(
    (s) => {
      const tilt = 1 + 2 * s * trace + 4 * s * s * determinant;
      const weight = s ** (k - 1) / Math.sqrt(tilt);
      // Sigma (I + 2 s Sigma)^-1 = (Sigma + 2 s det Sigma I)/det(I + 2 s Sigma)
      const shift = 2 * s * determinant;
      return [xx! + shift, xy!, yy! + shift].map((entry) => (weight * entry) / tilt);
    },
    range,
    0.2,
  );
  return integrals.map((value) => value / gamma(k));
}

export const lemmaB5 = theorem({
  id: "batchnorm/lemma-b-5",
  kind: "lemma",
  title:
    "E[|y|^-2k f(y)], y ~ N(0, Sigma), is a Laplace integral over s of means of f under N(0, Sigma (I + 2 s Sigma)^-1), where rank Sigma > 2k.",
  notation: {
    F: "E[|y|^-2k f(y)]; checked for f(y) = y_1^2, y_1 y_2 and y_2^2 in two dimensions",
    f_s: "the mean of f under N(0, Sigma (I + 2 s Sigma)^-1)",
    det: "det(I + 2 s Sigma)",
  },
  parameters: {
    k: { set: "real", min: 0.06, max: 0.95, doc: "Half the power of 1/|y|; 2k below the rank 2." },
    Sigma: { set: "covariance", size: 2, class: "definite", doc: "Covariance." },
  },
  assumptions: [],
  claim: equation(
    symbol("F"),
    over(
      integral(times(power("s", minus("k", 1)), power("det", over(-1, 2)), symbol("f_s")), "s", 0, call("Infinity")),
      Gamma("k"),
    ),
  ),
  source: paper("Lemma B.5, eq. (29)"),
  uses: ["batchnorm/lemma-b-4"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: { name: "polar coordinates, trapezoid rule in the angle", evaluate: ({ k, Sigma }) => byAngle(Sigma, k) },
      right: { name: "the Laplace integral, trapezoid rule in log s", evaluate: ({ k, Sigma }) => byLaplace(Sigma, k) },
      tolerance: { unit: "rel", limit: 1e-11, why: "det Sigma cancels four digits at a condition number of 1e4" },
    },
  ],
});
