import { describe, expect, it } from "vitest";
import type { Mark } from "../../../../src/experiments/plot.js";
import { drawPlot } from "../../../../src/render/plot/drawPlot.js";
import { batchNorm } from "../../../../src/theory/batchnorm/batchNorm.js";
import { differencePlot, type GradientPicture, gradientPlot } from "../../../../src/web/views/network/gradientPlots.js";
import { networkTheoryTask } from "../../../../src/web/views/network/networkTheoryTask.js";
import { simulateTask } from "../../../../src/web/views/network/simulateTask.js";

const network = { activation: "tanh", batch: 8, width: 64, depth: 20, epsilon: 0, gamma: 1, beta: 0 };
const context = { show: async () => {}, pause: async () => {} };

async function pictureOf(goal: number): Promise<GradientPicture> {
  const { logGrowth, result } = networkTheoryTask(network);
  const stable = result.stability.verdict !== "unstable";
  const common = { depth: 20, width: 64, logGrowth, stable, reachedGrowth: null };
  if (goal === 0) return { ...common, profile: [], samples: 0 };
  const { profile } = await simulateTask({ network, seed: 1, backend: "wasm", goal, from: null }, context);
  return { ...common, profile, samples: goal };
}

const named = (marks: readonly Mark[], label: string) => marks.find((mark) => mark.label === label)!;

describe("the picture of gradients by layer", () => {
  it("has the theory's line alone before there are networks: rate^(to - l)", async () => {
    const plot = gradientPlot(await pictureOf(0));
    const { points, hints } = named(plot.panels[0]!.marks, "theory");
    const rate = batchNorm({ activation: "tanh", batch: 8 }).rate.value;
    expect(points).toHaveLength(21);
    for (const [layer, y] of points) expect(y).toBeCloseTo(Math.log10(rate ** (17 - layer)), 10);
    expect(hints).toHaveLength(21);
    expect(differencePlot(await pictureOf(0))).toBeNull();
    expect(drawPlot(plot, { width: 360 }).content.join("")).not.toContain("NaN");
  });

  it("has both averages of the networks with hints, and is drawn", async () => {
    const picture = await pictureOf(12);
    const plots = [gradientPlot(picture), differencePlot(picture)!];
    const { marks } = plots[0]!.panels[0]!;
    for (const name of ["E log", "log E"]) {
      const { points, hints } = named(marks, `simulated, ${name}`);
      expect(points).toHaveLength(21);
      // relative to layer 17
      expect(points[16]).toEqual([17, 0]);
      expect(hints![4]).toMatch(new RegExp(`^layer 5, ${name} of 12 networks: [0-9.]+ ± [0-9.e-]+$`));
    }
    for (const plot of plots) expect(drawPlot(plot, { width: 300 }).content.join("")).not.toContain("NaN");
  });

  it("compares within the measuring window, from 0 at its end", async () => {
    const plot = differencePlot(await pictureOf(12))!;
    const { points } = named(plot.panels[0]!.marks, "simulated E log - theory");
    expect(points[0]![0]).toBe(5);
    expect(points.at(-1)![0]).toBe(17);
    expect(points.at(-1)![1]).toBeCloseTo(0, 12);
  });

  it("is drawn for one network, whose errors are unknown, and without a theory", async () => {
    const one = await pictureOf(1);
    expect(drawPlot(gradientPlot(one), { width: 300 }).content.join("")).not.toMatch(/NaN|Infinity/);
    expect(differencePlot(one)).toBeNull();
    expect(differencePlot({ ...(await pictureOf(3)), logGrowth: null })).toBeNull();
    expect(gradientPlot({ ...one, logGrowth: null, profile: [] }).panels[0]!.marks).toEqual([]);
  });

  it("names the theory of an unstable fixed point as one that networks leave", async () => {
    const left = { value: 0.4, error: 1e-6, method: "laplace", evals: 1, converged: true };
    const plot = gradientPlot({ ...(await pictureOf(2)), stable: false, reachedGrowth: left });
    const labels = plot.panels[0]!.marks.map(({ label }) => label);
    expect(labels).toContain("theory at BSB1, which networks leave");
    expect(labels).toContain("theory where they go");
  });
});
