/**
 * The time that one student with a frozen fan-out v > 0 needs from the angle pi - eps to pi/2, teacher of length 1 with v* = 1, over
 * N(0, I): with e = pi - theta and the length n, dy/ds = -1 in y = ln tan(theta/2),
 *   dt/ds = 2 pi n / (v e),   dn/dt = v [(e cos theta + sin theta)/(2 pi) - v n / 2].
 */
import { domainError } from "../../../numeric/domain.js";
import { solveOde } from "../../../numeric/ode.js";

export function frozenEscapeTime(eps: number, v: number, start: number): number {
  const y0 = -Math.log(Math.tan(eps / 2));
  const derivative = (s: number, [n]: readonly number[]): readonly number[] => {
    const e = 2 * Math.atan(Math.exp(s - y0));
    const slow = (2 * Math.PI * n!) / (v * e);
    const growth = v * ((Math.sin(e) - e * Math.cos(e)) / (2 * Math.PI) - (v * n!) / 2);
    return [slow * growth, slow];
  };
  const { states, converged } = solveOde(derivative, [start, 0], [0, y0], { tolerance: 1e-10 });
  if (converged && states.length === 2) return states[1]![1]!;
  throw domainError("eps", eps, "a flow that is not stiff", "Take a larger eps.");
}
