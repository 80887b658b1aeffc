import { expect, it } from "vitest";
import { jobsOf } from "../../../src/experiments/experiment.js";
import { expectedHessian } from "../../../src/experiments/landscape/expectedHessian.js";
import { hessianSpectrum } from "../../../src/experiments/landscape/hessianSpectrum.js";
import { renderPlot } from "../../../src/render/plot/renderPlot.js";

const context = { effort: "quick", images: null, prepared: null } as const;

it("half of the nonzero eigenvalues are negative with one hidden layer, about half with more", async () => {
  const jobs = jobsOf(hessianSpectrum, "quick", { seed: 1, seeds: 1 });
  const finished = await Promise.all(
    jobs.map(async (job) => ({ job, result: await hessianSpectrum.study.run(job, context) })),
  );
  const shares = finished.map(({ result: { negative, positive } }) => negative / (negative + positive));
  expect(shares[0]).toBe(0.5);
  for (const share of shares) expect(Math.abs(share - 0.5)).toBeLessThan(0.03);
  for (const { result } of finished) {
    expect(result.histogram.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 3);
    expect(Math.abs(result.parameters - 270)).toBeLessThan(25);
  }
  const { assertions, plots, tables } = hessianSpectrum.summarise(finished, "quick");
  expect(assertions.map(({ holds }) => holds)).toEqual([true, true, true, true]);
  expect(tables[0]!.rows.map(([hidden]) => hidden)).toEqual([1, 2, 3, 4]);
  expect(renderPlot({ ...plots[0]!, metadata: {} })).not.toMatch(/NaN|Infinity|undefined/);
  // it can fail: an eigenvalue moved to the other side
  const [first, ...rest] = finished;
  const moved = { ...first!, result: { ...first!.result, negative: first!.result.negative + 1 } };
  expect(hessianSpectrum.summarise([moved, ...rest], "quick").assertions[0]!.holds).toBe(false);
});

it("the mean Hessian vanishes for random labels and stays for a teacher's", async () => {
  const jobs = jobsOf(expectedHessian, "quick", { seed: 1, seeds: 2 }).filter(({ variant }) => variant.samples! < 5000);
  const finished = await Promise.all(
    jobs.map(async (job) => ({ job, result: await expectedHessian.study.run(job, context) })),
  );
  for (const { job, result } of finished) expect(result.active).toBe(job.variant.samples);
  const { assertions, tables, plots } = expectedHessian.summarise(finished, "quick");
  expect(assertions.map(({ holds }) => holds)).toEqual([true, true]);
  const norms = tables[0]!.rows.map((row) => row[2] as number);
  // fair labels: like the root of the samples, here 10
  expect(norms[0]! / norms[1]!).toBeGreaterThan(2);
  expect(norms[3]! / norms[2]!).toBeGreaterThan(0.6);
  expect(renderPlot({ ...plots[0]!, metadata: {} })).not.toMatch(/NaN|Infinity|undefined/);
});
