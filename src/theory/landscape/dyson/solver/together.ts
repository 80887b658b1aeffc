import type { DysonSolution } from "../dysonSolution.js";
import type { Component } from "./components.js";

/** The solution of the whole from those of its components at the same energy: the trace is the mean of theirs. */
export function together(components: readonly Component[], parts: readonly DysonSolution[]): DysonSolution {
  const size = components.reduce((sum, { rows }) => sum + rows.length, 0);
  const zeros = () => new Array<number>(size).fill(0);
  const diagonal = { re: zeros(), im: zeros() };
  const isMatrix = parts[0]!.G !== null;
  const G = isMatrix ? { re: diagonal.re.map(zeros), im: diagonal.re.map(zeros) } : null;
  components.forEach(({ rows }, k) => {
    const part = parts[k]!;
    rows.forEach((i, a) => {
      diagonal.re[i] = part.diagonal.re[a]!;
      diagonal.im[i] = part.diagonal.im[a]!;
      rows.forEach((j, b) => {
        if (G === null || part.G === null) return;
        G.re[i]![j] = part.G.re[a]![b]!;
        G.im[i]![j] = part.G.im[a]![b]!;
      });
    });
  });
  // 0 x Infinity: an atom of no rows is none
  const mean = (of: (part: DysonSolution) => number) =>
    components.reduce((sum, { share }, k) => (share === 0 ? sum : sum + share * of(parts[k]!)), 0);
  const most = (of: (part: DysonSolution) => number) => parts.reduce((high, part) => Math.max(high, of(part)), 0);
  return {
    energy: parts[0]!.energy,
    eta: most(({ eta }) => eta),
    density: mean(({ density }) => density),
    trace: [mean(({ trace }) => trace[0]), mean(({ trace }) => trace[1])],
    residual: most(({ residual }) => residual),
    stability: most(({ stability }) => stability),
    error: mean(({ error }) => error),
    iterations: parts.reduce((sum, { iterations }) => sum + iterations, 0),
    converged: parts.every(({ converged }) => converged),
    diagonal,
    G,
  };
}
