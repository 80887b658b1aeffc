import { describe, expect, it } from "vitest";
import { type Effort, type Experiment, jobsOf } from "../../src/experiments/experiment.js";
import { experiments } from "../../src/experiments/experiments.js";
import { experimentsNamed } from "../../src/experiments/experimentsNamed.js";
import { renderPlot } from "../../src/render/plot/renderPlot.js";
import { wellFormed } from "../support/wellFormed.js";

const efforts: readonly Effort[] = ["quick", "full"];

describe("the list of experiments", () => {
  it("has the figures of the paper under ids of their own", () => {
    const ids = experiments.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const figure of [3, 7, 8, 9, 10, 11, 12, 13]) expect(ids).toContain(`alignment/figure-${figure}`);
    for (let figure = 1; figure <= 16; figure++) if (figure !== 8) expect(ids).toContain(`gating/figure-${figure}`);
    for (const id of ids) expect(id).toMatch(/^[a-z]+\/[a-z0-9-]+$/);
  });

  it("finds them by id and by the end of the id, which may be that of several", () => {
    for (const experiment of experiments) {
      expect(experimentsNamed(experiment.id)).toEqual([experiment]);
      expect(experimentsNamed(experiment.id.split("/")[1]!)).toContain(experiment);
    }
    expect(experimentsNamed("figure-8").map(({ id }) => id)).toEqual(["alignment/figure-8"]);
    expect(experimentsNamed("figure-7").map(({ id }) => id)).toEqual(["alignment/figure-7", "gating/figure-7"]);
    expect(experimentsNamed("figure-99")).toEqual([]);
    expect(experimentsNamed("7")).toEqual([]);
  });

  it("runs with other settings have files of their own, and settings that are plain data", () => {
    for (const { study } of experiments) {
      for (const effort of efforts) {
        expect(study.id).toMatch(/^[a-z0-9-]+$/);
        expect(JSON.parse(JSON.stringify(study.settings(effort)))).toEqual(study.settings(effort));
      }
    }
    const studies = new Map(experiments.map(({ study }) => [study.id, study]));
    for (const { study } of experiments) expect(studies.get(study.id)).toBe(study);
  });
});

describe.each(experiments.map((experiment) => [experiment.id, experiment] as const))("%s", (_, experiment) => {
  it("has a job for each variant and seed, each with a key of its own", () => {
    for (const effort of efforts) {
      const jobs = jobsOf(experiment, effort, { seed: 5, seeds: 3 });
      expect(jobs.length).toBe(3 * experiment.variants(effort).length);
      expect(new Set(jobs.map(({ key }) => key)).size).toBe(jobs.length);
      expect(new Set(jobs.map(({ seed }) => seed))).toEqual(new Set([5, 6, 7]));
    }
  });

  it("summarises no result without inventing one", () => {
    const { tables, assertions } = experiment.summarise([], "quick");
    expect(tables.flatMap(({ rows }) => rows)).toEqual([]);
    expect(assertions).toEqual([]);
  });
});

/** Runs so short that each takes a moment: what they find is not looked at. */
const brief = experiments.filter(({ id }) =>
  ["alignment/figure-3", "alignment/figure-8", "ladder/disentanglement", "gating/figure-1"].includes(id),
);

describe.each(brief.map((experiment) => [experiment.id, experiment] as const))(
  "a run of %s",
  (_, experiment: Experiment) => {
    const [job] = jobsOf(experiment, "quick", { seed: 3, seeds: 1 });
    const context = { effort: "quick", images: null, prepared: null } as const;

    it("is a function of the job, survives the way through a file, and makes pictures of finite numbers", async () => {
      const shares: number[] = [];
      const onProgress = (share: number) => void shares.push(share);
      const result = await experiment.study.run(job!, { ...context, onProgress });
      expect(await experiment.study.run(job!, context)).toEqual(result);
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
      const findings = experiment.summarise([{ job: job!, result }], "quick");
      expect(experiment.summarise([{ job: job!, result }], "quick")).toEqual(findings);
      for (const { columns, rows } of findings.tables) for (const row of rows) expect(row.length).toBe(columns.length);
      for (const plot of findings.plots) {
        const svg = renderPlot({ ...plot, metadata: {} });
        wellFormed(svg);
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      }
    });
  },
);

it("a run that is stopped rejects with an AbortError", async () => {
  const [experiment] = experimentsNamed("alignment/figure-3");
  const [job] = jobsOf(experiment!, "quick", { seed: 1, seeds: 1 });
  const context = { effort: "quick", images: null, prepared: null, signal: { aborted: true } } as const;
  await expect(experiment!.study.run(job!, context)).rejects.toThrow(expect.objectContaining({ name: "AbortError" }));
});
