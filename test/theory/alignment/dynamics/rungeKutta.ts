/** Classical Runge-Kutta, fixed steps. */
export function rungeKutta(f: (y: number[]) => number[], start: readonly number[], t: number, steps: number): number[] {
  const h = t / steps;
  const move = (y: number[], k: number[], by: number) => y.map((x, i) => x + by * k[i]);
  let y = [...start];
  for (let n = 0; n < steps; n++) {
    const a = f(y);
    const b = f(move(y, a, h / 2));
    const c = f(move(y, b, h / 2));
    const d = f(move(y, c, h));
    y = y.map((x, i) => x + (h / 6) * (a[i] + 2 * b[i] + 2 * c[i] + d[i]));
  }
  return y;
}
