/**
 * f(s) = (1/2 pi i) int e^(p s) F(p) dp over a contour round the negative axis, where F has its singularities: the cotangent
 * contour of L. N. Trefethen, J. A. C. Weideman and T. Schmelzer, BIT 46 (2006) 653, p = (N/s) (0.5017 theta cot(0.6407 theta) -
 * 0.6122 + 0.2645 i theta), with the midpoint rule in theta. 1e-11 of the size of F near 1/s.
 */
import { Complex } from "./complex.js";

const NODES = 26;

export function inverseLaplace(F: (p: Complex) => Complex, s: number): number {
  let sum = 0;
  for (let k = 0; k < NODES / 2; k++) {
    const theta = ((2 * k + 1) * Math.PI) / NODES;
    const angle = 0.6407 * theta;
    const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
    const z = new Complex(-0.6122 + 0.5017 * theta * (cosine / sine), 0.2645 * theta).times(NODES);
    const slope = new Complex(0.5017 * (cosine / sine) - (0.5017 * angle) / (sine * sine), 0.2645).times(NODES);
    // conjugate nodes give the conjugate term: twice the imaginary part of e^z F z'/2
    sum += z
      .exp()
      .times(F(z.times(1 / s)))
      .times(slope).im;
  }
  return (2 * sum) / (NODES * s);
}
