/** Figures 1a to 1d: data of fixed seeds, agreement of theory and simulation, and assertions that can fail. */
import { describe, expect, it } from "vitest";
import { figure1a } from "../../../src/experiments/batchnorm/figure1a.js";
import { figure1b } from "../../../src/experiments/batchnorm/figure1b.js";
import { figure1c } from "../../../src/experiments/batchnorm/figure1c.js";
import { figure1d } from "../../../src/experiments/batchnorm/figure1d.js";
import type { Plot } from "../../../src/experiments/plot.js";
import { finishedJob, verdicts } from "../alignment/support.js";
import { drawn, near, runs } from "./support.js";

describe("Figure 1a", () => {
  it("has the data of seeds 1 and 2", async () => {
    const finished = await runs(figure1a, 2, ({ batch, width }) => batch === 8 && width === 125);
    near(
      finished.map(({ result }) => result),
      [
        { G: 1.985483, L: 1.673745 },
        { G: 1.700693, L: 1.432421 },
      ],
    );
  });

  it("holds for networks, and fails for others", async () => {
    const finished = await runs(figure1a, 8, ({ batch }) => batch === 8 || batch === 16);
    const findings = figure1a.summarise(finished, "quick");
    expect(verdicts(findings)).toEqual([true]);
    drawn(findings);
    const wrong = finished.map(({ job, result }) => ({ job, result: { G: 1.3 * result.G, L: 1.3 * result.L } }));
    expect(verdicts(figure1a.summarise(wrong, "quick"))).toEqual([false]);
    const one = figure1a.summarise(
      finished.filter(({ job }) => job.seed === 1),
      "quick",
    );
    expect([one.assertions, one.notes[0]]).toEqual([[], expect.stringContaining("Not asserted")]);
  });
});

describe("the picture of Figure 1a", () => {
  it("has means, a standard deviation around them, and the theory, of the data of one batch size", () => {
    const finished = [125, 250].flatMap((width) =>
      [1, 2].map((seed) => finishedJob({ G: 1.7 + seed / 10, L: 1.4 + seed / 10 }, seed, { batch: 8, width })),
    );
    const [{ panels }] = figure1a.summarise(finished, "quick").plots as [Plot];
    const [band, line, theory] = panels[0]!.marks;
    const deviation = Math.SQRT1_2 / 10;
    expect(line).toMatchObject({ kind: "line", colour: 0, label: "G, simulated" });
    near(line!.points, [[8, 1.85]]);
    near(band!.points, [[8, 1.85 - deviation, 1.85 + deviation]]);
    expect(theory).toMatchObject({ kind: "line", colour: "ink", dash: "dashed" });
    near(theory!.points, [[8, 1.7881899766]]);
    expect(panels[0]!.marks.map(({ label }) => label)).toEqual([
      ...[undefined, "G, simulated", undefined],
      ...[undefined, "L, simulated", "theory"],
    ]);
  });
});

describe("Figure 1b", () => {
  it("has the data of seed 1, and holds for networks but not for others", async () => {
    const finished = await runs(figure1b, 8, ({ batch }) => batch === 8 || batch === 16);
    const golden = finished.find(({ job }) => job.seed === 1 && job.variant.batch === 8 && job.variant.width === 125)!;
    near(golden.result.logGradient.slice(0, 4), [0, 0.4157844, 0.9771542, 1.667582]);
    expect(golden.result.logGradient.length).toBe(50);
    const findings = figure1b.summarise(finished, "quick");
    expect(verdicts(findings)).toEqual([true]);
    drawn(findings);
    const slower = finished.map(({ job, result }) => {
      return { job, result: { logGradient: result.logGradient.map((value) => 0.6 * value) } };
    });
    expect(verdicts(figure1b.summarise(slower, "quick"))).toEqual([false]);
  });

  it("allows wide batches five per cent", () => {
    const of = (slope: number) =>
      [125, 250].flatMap((width) =>
        [1, 2].map((seed) =>
          finishedJob({ logGradient: Array.from({ length: 50 }, (_, k) => slope * k + seed / 100) }, seed, {
            ...{ batch: 128, width },
          }),
        ),
      );
    expect(verdicts(figure1b.summarise(of(0.39), "quick"), "within 5 %")).toEqual([true]);
    expect(verdicts(figure1b.summarise(of(0.36), "quick"), "within 5 %")).toEqual([false]);
  });
});

describe("Figures 1c and 1d", () => {
  it("have the data of seed 1, and the symmetry breaks above the predicted degree", async () => {
    const finished = await runs(figure1c, 1, ({ degree }) => [1, 1.2, 1.6, 2].includes(degree!));
    near(finished[0]!.result.covariance[0]!.slice(0, 3), [0.61788, 0.14428, 0.15854]);
    const findings = figure1c.summarise(finished, "quick");
    expect(verdicts(findings)).toEqual([true, true]);
    drawn(findings);
    // the theory of the groups of another path, which parts in the same way: within a factor of 2
    for (const row of findings.tables[0]!.rows) {
      if (row[2] !== null)
        expect(Math.abs(Math.log((row[1] as number) / (row[2] as number)))).toBeLessThan(Math.log(2));
    }
    const swapped = finished.map(({ job, result }) => {
      return { job: { ...job, variant: { degree: job.variant.degree! < 1.4 ? 1.6 : 1.2 } }, result };
    });
    expect(verdicts(figure1c.summarise(swapped, "quick"))).toEqual([false, false]);
    const matrices = figure1d.summarise(finished, "quick");
    expect(verdicts(matrices)).toEqual([true]);
    drawn(matrices);
  });
});
