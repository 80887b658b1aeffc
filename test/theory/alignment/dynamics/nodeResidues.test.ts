import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GaussianStream } from "../../../../src/numeric/random/gaussianStream.js";
import { nodeResidues } from "../../../../src/theory/alignment/dynamics/nodeResidues.js";
import { simplifiedFlow } from "../../../../src/theory/alignment/dynamics/simplifiedFlow.js";
import { populationFlow } from "../../../../src/theory/alignment/population/populationFlow.js";
import { populationGradient } from "../../../../src/theory/alignment/population/populationGradient.js";

const gap = (a: readonly number[], b: readonly number[]) => Math.max(...a.map((x, i) => Math.abs(x - b[i])));

function network(seed: number, nodes: number, inputs: number, outputs: number) {
  const stream = new GaussianStream({ seed, sample: nodes, draw: outputs });
  const rows = (columns: number) =>
    Array.from({ length: nodes }, () => Array.from({ length: columns }, () => stream.next()));
  return { W: rows(inputs), V: rows(outputs) };
}

/** The fan-out stretched to the length of the weights. */
const balanced = ({ W, V }: { W: number[][]; V: number[][] }) => ({
  W,
  V: V.map((v, k) => v.map((x) => (x * Math.hypot(...W[k])) / Math.hypot(...v))),
});

const seeds = fc.nat(1_000_000);

describe("nodeResidues", () => {
  it("times |v_k| are the gradient, and their sum is that of eq. (8)", () => {
    fc.assert(
      fc.property(seeds, fc.double({ min: 0.2, max: 3, noNaN: true }), (seed, variance) => {
        const [student, teacher] = [network(seed, 3, 3, 2), network(seed + 1, 2, 3, 2)];
        const { residues, alpha, beta, nu } = nodeResidues(student, teacher, { variance });
        const { W } = populationGradient(student, teacher, { variance });
        for (const [k, residue] of residues.entries()) {
          const size = Math.hypot(...student.V[k]);
          expect(
            gap(
              W[k],
              residue.map((x) => size * x),
            ),
          ).toBeLessThan(1e-12);
          const angle = (w: readonly number[]) => {
            const dot = w.reduce((sum, x, i) => sum + x * student.W[k][i], 0);
            return Math.acos(Math.min(1, dot / (Math.hypot(...w) * Math.hypot(...student.W[k]))));
          };
          const psi = (w: readonly number[]) => (variance * (Math.PI - angle(w))) / (2 * Math.PI);
          const written = residue.map(
            (_, i) =>
              teacher.W.reduce((sum, w, j) => sum + alpha[j][k] * psi(w) * w[i], 0) -
              student.W.reduce((sum, w, q) => sum + beta[q][k] * psi(w) * w[i], 0) -
              nu[k] * student.W[k][i],
          );
          // the arccosine of a dot product loses half of the digits at the angle 0 of a node with itself
          expect(gap(residue, written)).toBeLessThan(1e-6);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("refuses dead nodes", () => {
    const good = network(1, 2, 2, 1);
    expect(() =>
      nodeResidues(
        {
          ...good,
          W: [
            [1, 0],
            [0, 0],
          ],
        },
        good,
      ),
    ).toThrow("student.W[1]");
    expect(() => nodeResidues({ ...good, V: [[0], [1]] }, good)).toThrow("student.V[0]");
    expect(() => simplifiedFlow({ ...good, V: [[0], [1]] }, good, [0, 1])).toThrow("student.V[0]");
  });
});

describe("simplifiedFlow", () => {
  it("is the gradient flow of several balanced students with one output, and not with two", () => {
    const difference = (outputs: number) => {
      const [student, teacher] = [balanced(network(5, 3, 2, outputs)), network(6, 2, 2, outputs)];
      const [a, b] = [simplifiedFlow(student, teacher, [0, 1]), populationFlow(student, teacher, [0, 1])];
      return gap(a.states[1].W.flat(), b.states[1].W.flat());
    };
    expect(difference(1)).toBeLessThan(1e-8);
    expect(difference(2)).toBeGreaterThan(0.01);
  });

  it("keeps the fan-out at the length of the weight, and its direction", () => {
    const [student, teacher] = [network(7, 2, 2, 2), network(8, 2, 2, 2)];
    const { states } = simplifiedFlow(student, teacher, [0, 0.5, 1]);
    for (const { W, V, balance } of states) {
      expect(Math.max(...balance.map(Math.abs))).toBeLessThan(1e-13);
      for (const [k, v] of V.entries()) {
        const cross = v[0] * student.V[k][1] - v[1] * student.V[k][0];
        expect(Math.abs(cross)).toBeLessThan(1e-13);
        expect(Math.hypot(...v)).toBeCloseTo(Math.hypot(...W[k]), 13);
      }
    }
  });
});
