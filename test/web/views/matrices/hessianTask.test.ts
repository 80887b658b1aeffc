import { describe, expect, it } from "vitest";
import { renderPlot } from "../../../../src/render/plot/renderPlot.js";
import { renderReport } from "../../../../src/render/report.js";
import { networkRisk } from "../../../../src/theory/landscape/hessian/networkRisk.js";
import { randomRiskProblem } from "../../../../src/theory/landscape/hessian/randomRiskProblem.js";
import { riskHessian } from "../../../../src/theory/landscape/hessian/riskHessian.js";
import { hessianPlot, hessianReport, hessianSheet } from "../../../../src/web/views/matrices/hessianPicture.js";
import {
  type DepthHessian,
  type HessianQuestion,
  hessianTask,
} from "../../../../src/web/views/matrices/hessianTask.js";

const question: HessianQuestion = { width: 5, layers: 3, samples: 20, loss: "hinge", seed: 4 };

async function depthsOf(asked: HessianQuestion): Promise<readonly DepthHessian[]> {
  const depths: DepthHessian[] = [];
  const show = async (piece: DepthHessian) => {
    depths.push(piece);
  };
  await hessianTask(asked, { show, pause: async () => {} });
  return depths;
}

const depths = await depthsOf(question);

describe("hessianTask", () => {
  it("has the trace and the norm of the matrix itself, and the risk of the network", () => {
    for (const { layers, parameters, eigenvalues, risk } of depths) {
      const hidden = Array.from({ length: layers }, () => 5);
      const problem = randomRiskProblem({ inputs: 5, hidden, samples: 20, seed: 4, loss: "hinge" });
      const matrix = riskHessian(problem);
      expect(parameters).toBe(matrix.length);
      const trace = matrix.reduce((sum, row, k) => sum + row[k]!, 0);
      const square = matrix.flat().reduce((sum, entry) => sum + entry ** 2, 0);
      expect(eigenvalues.reduce((sum, value) => sum + value, 0)).toBeCloseTo(trace, 10);
      expect(eigenvalues.reduce((sum, value) => sum + value ** 2, 0)).toBeCloseTo(square, 10);
      expect(risk).toBeCloseTo(networkRisk(problem).risk, 12);
    }
    expect(depths.map(({ layers }) => layers)).toEqual([1, 2, 3]);
  });

  it("has as many negative directions as positive ones with one hidden layer and a loss of straight pieces", () => {
    const { negative, positive, eigenvalues, error } = depths[0]!;
    expect(negative).toBe(positive);
    expect(negative).toBeGreaterThan(0);
    for (const [k, value] of eigenvalues.entries()) {
      expect(Math.abs(value + eigenvalues.at(-1 - k)!)).toBeLessThan(4 * error);
    }
  });

  it("is drawn, and handed out eigenvalue by eigenvalue", () => {
    expect(renderPlot(hessianPlot(depths))).toContain("<svg");
    expect(hessianSheet(depths).groups[0]!.rows.length).toBe(3);
    const lines = renderReport(hessianReport(question, depths), "csv").trim().split("\r\n");
    expect(lines.length).toBe(1 + depths.reduce((sum, { parameters }) => sum + parameters, 0));
  });
});
