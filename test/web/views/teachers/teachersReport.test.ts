import { describe, expect, it } from "vitest";
import { renderPlot } from "../../../../src/render/plot/renderPlot.js";
import { renderReport } from "../../../../src/render/report.js";
import { parseAddress } from "../../../../src/web/address/address.js";
import { readFields } from "../../../../src/web/address/readFields.js";
import { bestPlot, learnedPlot, lossPlot } from "../../../../src/web/views/teachers/curvePlots.js";
import { moveStudentsTask } from "../../../../src/web/views/teachers/moveStudentsTask.js";
import { planePlot } from "../../../../src/web/views/teachers/planePlot.js";
import { settingOf, teachersFields } from "../../../../src/web/views/teachers/teachersFields.js";
import {
  farthest,
  studentSheet,
  teacherSheet,
  teachersReport,
} from "../../../../src/web/views/teachers/teachersReport.js";
import { collect } from "../../support/collect.js";

const read = (place: string) => readFields(teachersFields, parseAddress(place));
const setting = settingOf(read("#/teachers?steps=400&students=4&teachers=2&rate=0.1").values);
const { pieces } = await collect(moveStudentsTask, { ...setting, from: null });
const at = pieces.length - 1;
const shown = { records: pieces, at, flow: true };

describe("the pictures of the view Teachers", () => {
  it("draw the first moment and the last one, with and without theory", () => {
    for (const [place, flow] of [
      [0, true],
      [at, true],
      [at, false],
    ] as const) {
      const some = { ...shown, at: place, flow };
      for (const plot of [planePlot(some), lossPlot(some, 400), learnedPlot(some, 400), bestPlot(some, 400)]) {
        const svg = renderPlot(plot, { width: 400 });
        expect(svg).toContain("<svg");
        expect(svg).not.toContain("NaN");
      }
      const dotted = planePlot(some).panels[0]!.marks.filter((mark) => "dash" in mark && mark.dash === "dotted");
      expect(dotted.length).toBe(flow && place > 0 ? 4 : 0);
    }
  });

  it("draw a single moment, before anything was trained", () => {
    const first = { records: pieces.slice(0, 1), at: 0, flow: true };
    for (const plot of [planePlot(first), lossPlot(first, 400), learnedPlot(first, 400), bestPlot(first, 400)]) {
      expect(renderPlot(plot, { width: 400 })).not.toMatch(/NaN|Infinity/);
    }
  });
});

describe("the tables of the view Teachers", () => {
  it("have a row a teacher and a row a student, and every step in the file", () => {
    const record = pieces[at]!;
    expect(teacherSheet(record).groups[0]!.rows.length).toBe(2);
    expect(studentSheet(record).groups[0]!.rows.length).toBe(4);
    for (const sheet of [teacherSheet(record), studentSheet(record)]) {
      for (const { cells } of sheet.groups[0]!.rows) expect(cells.length).toBe(sheet.columns.length);
    }
    const report = teachersReport(pieces, at, setting);
    const csv = renderReport(report, "csv").trim().split("\r\n");
    expect(csv.length).toBe(1 + 4 * pieces.length);
    expect(renderReport(report, "latex")).toContain("tabular");
    expect(farthest(record)).toBeGreaterThan(0);
    expect(farthest(pieces[0]!)).toBe(0);
  });

  it("leave theory out where its solver gave up", () => {
    const without = pieces.map((record) => ({ ...record, flow: null }));
    expect(farthest(without[at]!)).toBeNull();
    expect(teacherSheet(without[at]!).groups[0]!.rows[0]!.cells[4]).toBeNull();
    expect(renderPlot(lossPlot({ records: without, at, flow: true }, 400), { width: 400 })).not.toContain("NaN");
  });
});

describe("the address of the view Teachers", () => {
  it("explains what it cannot take", () => {
    const { values, problems } = read("#/teachers?teachers=1e9&rate=-1&gradient=magic&seed=1.5&step=nan&batch=NaN");
    expect(problems.length).toBe(6);
    expect(settingOf(values)).toEqual(settingOf(read("#/teachers").values));
  });
});
