/** Runs of figures, and what holds for each of them. */
import { expect } from "vitest";
import type { Experiment, Findings, Finished, Variant } from "../../../src/experiments/experiment.js";
import { jobsOf } from "../../../src/experiments/experiment.js";
import type { Images } from "../../../src/experiments/images/images.js";
import { renderPlot } from "../../../src/render/plot/renderPlot.js";
import { wellFormed } from "../../support/wellFormed.js";

export const context = { effort: "quick", images: null, prepared: null } as const;

/** The quick jobs of these seeds whose variant is kept, run. */
export async function runs<R>(
  experiment: Experiment<R>,
  seeds: number,
  keep: (variant: Variant) => boolean = () => true,
  images: Images | null = null,
): Promise<readonly Finished<R>[]> {
  const finished: Finished<R>[] = [];
  for (const job of jobsOf(experiment, "quick", { seed: 1, seeds }).filter(({ variant }) => keep(variant))) {
    finished.push({ job, result: await experiment.study.run(job, { ...context, images }) });
  }
  return finished;
}

export function drawn({ plots, tables }: Findings): void {
  for (const { columns, rows } of tables) for (const row of rows) expect(row.length).toBe(columns.length);
  for (const plot of plots) {
    const svg = renderPlot({ ...plot, metadata: {} });
    wellFormed(svg);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  }
}

/** Every number of the committed data, to the digits that do not depend on a library of functions. */
export function near(found: unknown, expected: unknown): void {
  if (typeof expected === "number") {
    expect(Math.abs((found as number) - expected)).toBeLessThanOrEqual(2e-6 * Math.max(1e-3, Math.abs(expected)));
  } else if (typeof expected === "object" && expected !== null) {
    expect(Object.keys(found as object)).toEqual(Object.keys(expected));
    for (const [key, value] of Object.entries(expected)) near((found as Record<string, unknown>)[key], value);
  } else expect(found).toEqual(expected);
}
