/** log cos(u) for |u| < pi/2, to rounding also where cos(u) is close to 1: log cos u = log(1 - sin^2 u) / 2. */
export function logCos(u: number): number {
  if (Math.abs(u) > 0.7) return Math.log(Math.cos(u));
  const sine = Math.sin(u);
  return 0.5 * Math.log1p(-sine * sine);
}
