import { addPiece } from "../../../numeric/quadrature/pieces.js";
import { gammaRatio } from "../../../numeric/special/gammaRatio.js";
import { logCos } from "../../../numeric/special/logCos.js";

/**
 * P_k(x) = C_k(x)/C_k(1) at x = -1/(B-1), index (B-3)/2, by Laplace's integral (DLMF 18.10.4): the mean of Re (x + i sqrt(1-x^2) sin w)^k over
 * the density Gamma((n-1)/2)/(sqrt(pi) Gamma((n-2)/2)) cos(w)^(n-3) on |w| < pi/2, n = B-1 >= 3. Absolute error 1e-12 for k <= 2000.
 */
export function laplaceIntegral(batch: number, degree: number): number {
  const n = batch - 1;
  const x = -1 / n;
  const rest = Math.sqrt(1 - x * x);
  const end = Math.min(Math.PI / 2, 9.5 / Math.sqrt(n));
  const panels = Math.max(2, Math.ceil((degree * end) / 8));
  let sum = 0;
  for (let i = 0; i < panels; i++) {
    const [from, to] = [-end + (2 * end * i) / panels, -end + (2 * end * (i + 1)) / panels];
    addPiece({ from, to, regular: true }, 24, false, (w, weight) => {
      const y = rest * Math.sin(w);
      const power = Math.hypot(x, y) ** degree * Math.cos(degree * Math.atan2(y, x));
      sum += weight * power * (n === 3 ? 1 : Math.exp((n - 3) * logCos(w)));
    });
  }
  return (sum * gammaRatio((n - 2) / 2, 0.5)) / Math.sqrt(Math.PI);
}
