import { describe, expect, it } from "vitest";
import { jobsOf } from "../../../src/experiments/experiment.js";
import { type AssumptionsResult, assumptions } from "../../../src/experiments/landscape/assumptions.js";
import { type DysonDensityResult, dysonDensity } from "../../../src/experiments/landscape/dysonDensity.js";
import { sampledEnsembles } from "../../../src/experiments/landscape/sampledEnsembles.js";
import { renderPlot } from "../../../src/render/plot/renderPlot.js";
import { wellFormed } from "../../support/wellFormed.js";
import { finishedJob, verdicts } from "../alignment/support.js";

const context = { effort: "quick", images: null, prepared: null } as const;

describe("Dyson densities against samples", () => {
  it("run as a function of the job, agree for all ensembles but the one that is not nearly Gaussian, and make pictures", async () => {
    const jobs = jobsOf(dysonDensity, "quick", { seed: 1, seeds: 4 });
    const finished = [];
    for (const job of jobs) finished.push({ job, result: await dysonDensity.study.run(job, context) });
    expect(await dysonDensity.study.run(jobs[0]!, context)).toEqual(finished[0]!.result);
    const findings = dysonDensity.summarise(finished, "quick");
    expect(verdicts(findings)).toEqual(sampledEnsembles.map(() => true));
    for (const { columns, rows } of findings.tables) for (const row of rows) expect(row.length).toBe(columns.length);
    const svg = renderPlot({ ...findings.plots[0]!, metadata: {} });
    wellFormed(svg);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it("fail for another ensemble's eigenvalues, and are not judged from one seed", async () => {
    const [gaussian, profile] = jobsOf(dysonDensity, "quick", { seed: 1, seeds: 1 });
    const result: DysonDensityResult = await dysonDensity.study.run(profile!, context);
    const several = [0, 1, 2].map((seed) => {
      const shares = result.shares.map((share, k) => share + 1e-4 * ((seed + k) % 3));
      return finishedJob({ ...result, shares }, seed, gaussian!.variant);
    });
    expect(verdicts(dysonDensity.summarise(several, "quick"))).toEqual([false]);
    const one = dysonDensity.summarise(several.slice(0, 1), "quick");
    expect(one.assertions).toEqual([]);
    expect(one.notes[0]).toContain("Not asserted");
  });
});

describe("assumptions on Hessians", () => {
  const result: AssumptionsResult = {
    ...{ meanNorm: 3, meanNoise: 0.1, moments: [1, 1, 1, 3, 3, 15], lower: [0, 0], upper: [3, 4] },
    ...{ norms: [3, 3, 9, 9, 9, 9], largest: 9, allowed: 2.4, resolved: 0.4, refuted: true },
  };
  const found = (source: number, own: AssumptionsResult) =>
    assumptions.summarise(
      [finishedJob(own, 1, { network: 0, source }), finishedJob(own, 2, { network: 0, source })],
      "quick",
    );

  it("fail where c is positive, coupling sets are small or the mean vanishes; a Gaussian ensemble the other way round", () => {
    const kind = { ...result, lower: [0.1, 0.5], refuted: false, meanNorm: 0.1 } as const;
    expect(verdicts(found(1, result))).toEqual([true, true, true]);
    expect(verdicts(found(1, kind))).toEqual([false, false, false]);
    expect(verdicts(found(3, result))).toEqual([false, false]);
    expect(verdicts(found(3, kind))).toEqual([true, true]);
  });

  it("have a table with a column for everything", () => {
    const [table] = found(0, result).tables;
    for (const row of table!.rows) expect(row.length).toBe(table!.columns.length);
  });

  it("of the small network run as a function of the job: the zero blocks make c vanish", async () => {
    const job = jobsOf(assumptions, "quick", { seed: 2, seeds: 1 }).find(({ variant }) => variant.source === 2)!;
    const own = await assumptions.study.run(job, context);
    expect(JSON.parse(JSON.stringify(own))).toEqual(own);
    expect(own.lower[1]).toBeLessThan(1e-9);
    expect(own.refuted).toBe(true);
  });
});
