import { describe, expect, it } from "vitest";
import { renderPlot } from "../../../../src/render/plot/renderPlot.js";
import { renderReport } from "../../../../src/render/report.js";
import { parseAddress } from "../../../../src/web/address/address.js";
import { readFields, withFields } from "../../../../src/web/address/readFields.js";
import { fieldsPlot, regionAt } from "../../../../src/web/views/ladders/fieldsPlot.js";
import { laddersFields, questionOf } from "../../../../src/web/views/ladders/laddersFields.js";
import {
  conditionsSheet,
  laddersReport,
  marginalSheet,
  nodesSheet,
  normalisedSheets,
  waysSheet,
} from "../../../../src/web/views/ladders/laddersReport.js";
import { laddersTask } from "../../../../src/web/views/ladders/laddersTask.js";
import { normalisedPlot } from "../../../../src/web/views/ladders/normalisedPlot.js";
import { allTablesPlot, chosenPlot } from "../../../../src/web/views/ladders/tablesPlot.js";
import { small, typed } from "./support.js";

const looks = [laddersTask(small()), laddersTask({ ...small(), region: "1.0" }), laddersTask(typed("left"))];

describe("the pictures of the view Ladders", () => {
  it("draw the top, a region without children, and typed tables", () => {
    for (const look of looks) {
      for (const plot of [fieldsPlot(look), chosenPlot(look), allTablesPlot(look)!]) {
        expect(renderPlot(plot, { width: 500 })).not.toMatch(/NaN|undefined/);
      }
      const { node, result } = look.normalised;
      if (result !== null) expect(renderPlot(normalisedPlot(node, result), { width: 500 })).not.toContain("NaN");
    }
    expect(allTablesPlot(laddersTask(typed("a", "a: 0.5 0.5\nx of a: 1 0; 0 1")))).toBeNull();
  });

  it("say each probability of a table once, in its own cell", () => {
    const look = laddersTask(typed("image"));
    const [left] = chosenPlot(look).panels;
    const hints = left!.marks.flatMap((mark) => mark.hints ?? []);
    expect([...hints].sort()).toEqual([
      "P(z left = 0 | z image = 0) = 0.9",
      "P(z left = 0 | z image = 1) = 0.2",
      "P(z left = 1 | z image = 0) = 0.1",
      "P(z left = 1 | z image = 1) = 0.8",
    ]);
  });

  it("choose the region of the row that is pointed at", () => {
    const [look] = looks;
    look!.regions.forEach(({ id }, row) => {
      expect(regionAt(look!, [0.2, row + 0.5])).toBe(id);
    });
    expect(regionAt(look!, [0, 99])).toBeNull();
  });
});

describe("the tables of the view Ladders", () => {
  it("have a cell for each column, and every probability in the file", () => {
    for (const look of looks) {
      const events = look.regions.find(({ id }) => id === look.chosen)!.events;
      const own = [waysSheet(look), nodesSheet(look), conditionsSheet(look), marginalSheet(look)];
      const all = [...own, ...(normalisedSheets(look.normalised, events) ?? [])].filter((sheet) => sheet !== null);
      expect(all.length).toBeGreaterThan(2);
      for (const { columns, groups } of all) {
        for (const { cells } of groups[0]!.rows) expect(cells.length).toBe(columns.length);
      }
      const report = laddersReport(look, {});
      const entries = look.families.reduce((sum, { table }) => sum + table.flat().length, 0);
      expect(renderReport(report, "csv").trim().split("\r\n").length).toBe(1 + entries);
      expect(renderReport(report, "latex")).toContain("tabular");
    }
  });
});

describe("the address of the view Ladders", () => {
  it("explains what it cannot take", () => {
    const { values, problems } = readFields(
      laddersFields,
      parseAddress("#/ladders?pixels=9&class=x&values=2.5&zeros=1&node=-1&seed=a&source=1&signs=0"),
    );
    expect(problems.length).toBe(8);
    expect(questionOf(values)).toEqual(questionOf(readFields(laddersFields, parseAddress("")).values));
  });

  it("brings typed tables back as they were", () => {
    const text = "a: 0.5 0.5\nx of a: 1 0; 0 1 & = # %";
    const address = withFields(parseAddress("#/ladders"), laddersFields, { source: "tables", tables: text });
    const { values } = readFields(laddersFields, address);
    expect(questionOf(values).source).toEqual({ kind: "tables", text });
  });
});
