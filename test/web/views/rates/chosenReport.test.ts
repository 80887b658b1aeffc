import { describe, expect, it } from "vitest";
import { type Report, renderReport } from "../../../../src/render/report.js";
import { chosenReport } from "../../../../src/web/views/rates/chosenReport.js";
import { ratesTask } from "../../../../src/web/views/rates/ratesTask.js";

const setting = { epsilon: 0, gamma: 1, beta: 0, weightVariance: 1 };
const at = (batches: readonly number[]) =>
  ratesTask({ ...setting, activations: ["relu"], batches }).flatMap(({ results }) => results);
const batchesOf = (report: Report) =>
  renderReport(report, "csv")
    .trim()
    .split("\r\n")
    .slice(1)
    .map((line) => line.split(",")[1]);

describe("the files of rates", () => {
  const curve = { activation: "relu", results: at([8, 16]), limit: at([Infinity])[0]! };

  it("have the row of the table in the CSV, where the curve passes it by", () => {
    expect(batchesOf(chosenReport(at([11]), [curve]))).toEqual(["11", "8", "16", "Infinity"]);
  });

  it("have a row of the curve once", () => {
    expect(batchesOf(chosenReport(at([16]), [curve]))).toEqual(["8", "16", "Infinity"]);
  });

  it("have the row of the table while there is no curve", () => {
    expect(batchesOf(chosenReport(at([11]), []))).toEqual(["11"]);
  });
});
