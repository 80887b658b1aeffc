import { beforeAll, describe, expect, it } from "vitest";
import type { Finished } from "../../../src/experiments/experiment.js";
import { blockMeans, circleKernel, topShare } from "../../../src/experiments/gating/circleKernels.js";
import { halvesOf, hardNetwork, imbalance, upwardShares } from "../../../src/experiments/gating/circleMeasures.js";
import {
  type CircleName,
  type CircleResult,
  circleNetworks,
  circlePoints,
  circleStudy,
  outputAngles,
  variantsOf,
} from "../../../src/experiments/gating/circleStudy.js";
import { figure2, learnedAt } from "../../../src/experiments/gating/figure2.js";
import { figure3 } from "../../../src/experiments/gating/figure3.js";
import { figure4 } from "../../../src/experiments/gating/figure4.js";
import { figure5 } from "../../../src/experiments/gating/figure5.js";
import { figure6 } from "../../../src/experiments/gating/figure6.js";
import { figure9 } from "../../../src/experiments/gating/figure9.js";
import { figure10 } from "../../../src/experiments/gating/figure10.js";
import { renderPlot } from "../../../src/render/plot/renderPlot.js";
import { pathMass } from "../../../src/theory/gating/paths/pathMass.js";
import { wellFormed } from "../../support/wellFormed.js";
import { finishedJob, verdicts } from "../alignment/support.js";

const of = (name: CircleName) => variantsOf(name)[0]!;

describe("a run on the circle", () => {
  let result: CircleResult;
  const job = { key: "x", variant: of("DLGN, beta 4"), seed: 1 };
  const context = { effort: "quick", images: null, prepared: null } as const;
  beforeAll(async () => {
    result = await circleStudy.run(job, context);
  });
  const look = (epoch: number) => result.looks.find((each) => each.epoch === epoch)!;

  it("survives the way through a file, and starts at the loss of an output of zero", () => {
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(Math.abs(result.loss[0]! - 0.5)).toBeLessThan(0.01);
    expect(result.epochs.slice(0, 4)).toEqual([0, 1, 2, 3]);
    expect(result.looks.map(({ epoch }) => epoch)).toEqual([0, 3, 20, 200]);
  });

  it("has halves that agree with the whole, outputs that agree with the loss", () => {
    for (const { epoch, loss, outputs } of result.looks) {
      const whole = result.loss[result.epochs.indexOf(epoch)]!;
      expect(Math.abs((loss[0] + loss[1]) / 2 - whole)).toBeLessThan(1e-4 * whole + 1e-6);
      const errors = outputs.map((output, k) => {
        const angle = outputAngles()[k]!;
        return (output - Math.sin((angle < Math.PI ? 2 : 8) * angle)) ** 2;
      });
      const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
      // every second point: a mean over half of them
      expect(Math.abs(mean - whole)).toBeLessThan(0.02 * whole + 1e-3);
    }
  });

  it("counts paths as the definition does, at each point", () => {
    const network = hardNetwork({ model: "dlgn", beta: 4 }, look(3).weights!);
    const [top, bottom] = halvesOf(circlePoints().map((point) => pathMass(network, point)));
    const expected = Math.log10((1 + top) / (1 + bottom));
    const stored = result.imbalance[3]!;
    // weights are stored with six digits, and a gate at a point may switch
    expect(Math.abs(stored - expected)).toBeLessThan(0.01);
    expect(imbalance(network, circlePoints())).toBeCloseTo(expected, 12);
  });

  it("has kernels of trace one, whose diagonal tells the halves", () => {
    const model = { model: "dlgn", beta: 4 } as const;
    const { weights, tangent } = look(3);
    const kernel = circleKernel("tangent", model, weights!);
    expect(kernel.reduce((sum, row, k) => sum + row[k]!, 0)).toBeCloseTo(1, 10);
    expect(topShare(kernel)).toBeCloseTo(tangent[0] / (tangent[0] + tangent[1]), 3);
    const overlap = topShare(circleKernel("overlap", model, weights!));
    expect(Math.log10(overlap / (1 - overlap))).toBeCloseTo(result.imbalance[3]!, 1);
  });

  it("has normals up within 45 degrees where the products of the weights say so", () => {
    const { weights, upward } = look(200);
    let normals = weights!.W[0]!.map((row) => [...row]);
    for (const [l, shares] of upward!.entries()) {
      if (l > 0)
        normals = weights!.W[l]!.map((row) =>
          [0, 1].map((j) => row.reduce((sum, w, i) => sum + w * normals[i]![j]!, 0)),
        );
      const up = normals.filter(([x, y]) => y! > Math.abs(x!)).length / normals.length;
      expect(shares).toBeCloseTo(up, 12);
    }
    expect(upwardShares(hardNetwork({ model: "dlgn", beta: 4 }, weights!))).toEqual(upward);
  });

  it("makes pictures of finite numbers in every figure, and tables of whole rows", () => {
    const finished: readonly Finished<CircleResult>[] = [{ job, result }];
    for (const figure of [figure2, figure3, figure4, figure5, figure6, figure9, figure10]) {
      const findings = figure.summarise(finished, "quick");
      expect(findings.plots.length).toBeGreaterThan(0);
      for (const { columns, rows } of findings.tables) for (const row of rows) expect(row.length).toBe(columns.length);
      for (const plot of findings.plots) {
        const svg = renderPlot({ ...plot, metadata: {} });
        wellFormed(svg);
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      }
    }
  });

  it("is not finished when it is stopped", async () => {
    const stopped = circleStudy.run(job, { ...context, signal: { aborted: true } });
    await expect(stopped).rejects.toThrow(expect.objectContaining({ name: "AbortError" }));
  });
});

describe("conclusions on the circle", () => {
  const looks = (change: Partial<CircleResult["looks"][number]> = {}): CircleResult["looks"] =>
    [0, 3, 20, 200].map((epoch) => ({
      ...{ epoch, loss: [0.001, 0.1], tangent: [1, 1], outputs: outputAngles().map(() => 0), weights: null },
      ...{ upward: [0.25, epoch === 0 ? 0.25 : 0.75], ...change },
    }));
  const run = (at3: number, at200: number, loss: number): CircleResult => ({
    epochs: [0, 3, 200],
    loss: [0.5, 0.25, loss],
    imbalance: [0, at3, at200],
    looks: looks(),
  });
  /** Two seeds each; by the name of the network. */
  const found = (changes: Partial<Record<CircleName, CircleResult>> = {}) => {
    const usual: Record<CircleName, CircleResult> = {
      ReLU: run(0.5, 0.2, 0.001),
      "DLGN, beta 4": run(1.2, 0.8, 0.001),
      "DLGN, beta 30": run(0.6, 0.3, 0.001),
      "beta 4, halves swapped": run(-1.2, -0.8, 0.001),
      "beta 4, equal frequency": run(0.01, 0, 0.5),
      "beta 4, larger start": run(0.02, 0, 0.005),
      "fixed gates, beta 4": run(0.1, 0.1, 0.2),
      "fixed gates, beta 30": run(0.1, 0.1, 0.001),
    };
    const jobs = circleNetworks.flatMap(({ name }) =>
      [0, 1].map((seed) => {
        const { imbalance: values, ...rest } = changes[name] ?? usual[name];
        const spread = values.map((value) => value * (1 + seed / 20));
        return finishedJob({ ...rest, imbalance: spread }, seed, of(name));
      }),
    );
    return figure2.summarise(jobs, "quick");
  };

  it("hold where there are more paths on the slow half", () => {
    expect(verdicts(found())).toEqual(Array(9).fill(true));
  });

  it.each([
    ["ReLU", run(-0.5, -0.6, 0.001), "ReLU: more paths"],
    ["DLGN, beta 4", run(0, 0, 0.001), "DLGN, beta 4: more paths"],
    ["DLGN, beta 30", run(-0.1, 0, 0.001), "DLGN, beta 30: more paths"],
    ["beta 4, halves swapped", run(1, 1, 0.001), "halves swapped"],
    ["beta 4, equal frequency", run(2, 1, 0.001), "equal frequencies"],
    ["beta 4, larger start", run(2, 1, 0.001), "larger initial weights"],
    ["fixed gates, beta 4", run(0, 0, 0.0005), "fixed gates leave"],
    ["fixed gates, beta 30", run(0, 0, 0.05), "fixed gates are fast"],
    ["ReLU", run(0.5, 0.9, 0.001), "ReLU: the imbalance is smaller"],
  ] as const)("fail for %s where it is not so", (name, other, says) => {
    expect(verdicts(found({ [name]: other }), says)).toEqual([false]);
  });

  it("are not made of one seed", () => {
    const { assertions, notes } = figure2.summarise([finishedJob(run(1, 1, 0.1), 1, of("ReLU"))], "quick");
    expect([assertions, notes.join()]).toEqual([[], expect.stringContaining("one seed has no standard error")]);
  });

  it("tell when the loss is below 0.01, and how many seeds get there", () => {
    expect([learnedAt(run(0, 0, 0.001)), learnedAt(run(0, 0, 0.1))]).toEqual([200, null]);
    const [losses] = found({ "DLGN, beta 4": run(1, 1, 0.1) }).tables;
    expect(losses!.rows.slice(0, 2).map((row) => row.slice(-2))).toEqual([
      ["200 to 200", "2 of 2"],
      ["never", "0 of 2"],
    ]);
  });

  it("of the halves: the slow one is learned better, or the assertion fails", () => {
    const both = (loss: readonly [number, number]) =>
      [0, 1].map((seed) =>
        finishedJob(
          { ...run(0, 0, 0.1), looks: looks({ loss: [loss[0] * (1 + seed / 50), loss[1]] }) },
          seed,
          of("ReLU"),
        ),
      );
    expect(verdicts(figure5.summarise(both([0.001, 0.1]), "quick"))).toEqual([true]);
    expect(verdicts(figure5.summarise(both([0.1, 0.001]), "quick"))).toEqual([false]);
  });

  it("kernels are averaged over blocks", () => {
    const kernel = [
      [1, 2, 3, 4],
      [5, 6, 7, 8],
      [9, 10, 11, 12],
      [13, 14, 15, 16],
    ];
    expect(blockMeans(kernel, 2)).toEqual([
      [3.5, 5.5],
      [11.5, 13.5],
    ]);
    expect(topShare(kernel)).toBe(7);
  });
});
