import { describe, expect, it } from "vitest";
import { renderPlot } from "../../../../src/render/plot/renderPlot.js";
import { renderReport } from "../../../../src/render/report.js";
import { parseAddress } from "../../../../src/web/address/address.js";
import { readFields } from "../../../../src/web/address/readFields.js";
import { pathText, readPath } from "../../../../src/web/views/gates/circleNetwork.js";
import { lossPlot, pathsPlot } from "../../../../src/web/views/gates/epochPlots.js";
import { gatesFields, networksOf } from "../../../../src/web/views/gates/gatesFields.js";
import { gatesLookTask } from "../../../../src/web/views/gates/gatesLookTask.js";
import { gatesReport } from "../../../../src/web/views/gates/gatesReport.js";
import {
  directionsPlot,
  kernelPlot,
  type NamedLook,
  outputPlot,
  pathPlot,
  regionsPlot,
} from "../../../../src/web/views/gates/lookPlots.js";
import { small, trained } from "./support.js";

const { records } = await trained({ ...small, seed: 2, epochs: 22, from: null });
const look = gatesLookTask({
  ...{ kind: "dlgn", epoch: 22, beta: 4, weights: records.at(-1)!.weights },
  ...{ kernel: "overlap", angle: 0.3, path: null },
});
const named: NamedLook = { name: "DLGN", index: 0, look };
const network = { name: "DLGN", network: small, records };
const at = { epoch: 20, epochs: 22 };

describe("pictures of gates", () => {
  it("say at every cell of the kernel the value that is there", () => {
    const { marks } = kernelPlot(named, "overlap").panels[0]!;
    const said = marks.flatMap(({ hints = [] }) => hints);
    expect(said.length).toBe(48 * 48);
    // the first row is drawn above: angles near 0 and 2 pi of row and column
    const corner = marks.flatMap(({ points, hints = [] }) =>
      points.flatMap(([x, y], k) => (x > 1.96 && y! > 1.96 ? [hints[k]!] : [])),
    );
    expect(corner).toEqual([`angles 0.02083π and 1.979π: ${Number(look.kernel[0]![47]!.toPrecision(4))}`]);
  });

  it("say the losses and path counts of all records", () => {
    for (const plot of [lossPlot([network], at), pathsPlot([network], at)]) {
      const lines = plot.panels[0]!.marks.filter(({ hints }) => hints !== undefined);
      expect(
        lines.every(({ points, hints }) => points.length === records.length && hints!.length === records.length),
      ).toBe(true);
    }
    expect(lossPlot([], at).panels[0]!.marks).toEqual([]);
  });

  it("can be drawn, all of them", () => {
    const plots = [
      lossPlot([network], at),
      pathsPlot([network], at),
      outputPlot([named], "slow on top", 0.3),
      directionsPlot([named], 3)!,
      kernelPlot(named, "overlap"),
      regionsPlot(named, 0.3),
      pathPlot(named, "half-planes"),
    ];
    for (const plot of plots) expect(renderPlot(plot)).toContain("<svg");
    expect(directionsPlot([{ ...named, look: { ...look, directions: null } }], 3)).toBeNull();
  });
});

describe("gatesReport", () => {
  const report = gatesReport([network], [named], { epoch: 20, seed: 2 });

  it("has every record in the CSV, and few in the table", () => {
    expect(renderReport(report, "csv").trim().split("\r\n").length).toBe(1 + records.length);
    const rows = report.sheet().groups.flatMap((group) => group.rows);
    expect(rows.map(({ cells }) => (cells[1] as { value: number }).value)).toEqual([0, 3, 20, 22]);
  });

  it("has the weights of the epoch in the JSON", () => {
    const json = JSON.parse(renderReport(report, "json")) as { networks: { weights: unknown }[]; looks: object[] };
    expect(json.networks[0]!.weights).toEqual(records.find(({ epoch }) => epoch === 20)!.weights);
    expect(json.looks.length).toBe(1);
  });
});

describe("the address of gates", () => {
  it("survives whatever is written there", () => {
    const { values, problems } = readFields(
      gatesFields,
      parseAddress("#/gates?network=__proto__&width=1e9&beta=NaN&epoch=-1&seed=1.5&angle=9&beside=%00"),
    );
    expect(problems.length).toBe(7);
    expect(networksOf(values).map(({ kind }) => kind)).toEqual(["dlgn", "dlgn-fixed"]);
  });

  it("reads paths that the network has, and no others", () => {
    expect(readPath("3-1-6", small)).toEqual([2, 0, 5]);
    expect(pathText([2, 0, 5])).toBe("3-1-6");
    for (const text of ["", "3-1", "3-1-7", "0-1-2", "a-b-c", "3-1-6-", "1e1-1-1", `${"1-".repeat(3000)}1`]) {
      expect(readPath(text, small)).toBeNull();
    }
  });
});
