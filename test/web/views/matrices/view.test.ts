import { describe, expect, it } from "vitest";
import { renderPlot } from "../../../../src/render/plot/renderPlot.js";
import { renderReport } from "../../../../src/render/report.js";
import { parseAddress } from "../../../../src/web/address/address.js";
import { readFields, withFields } from "../../../../src/web/address/readFields.js";
import { ensembleKinds } from "../../../../src/web/views/matrices/ensemble.js";
import { ensembleTheory } from "../../../../src/web/views/matrices/ensembleTheory.js";
import { ensembleOf, matricesFields } from "../../../../src/web/views/matrices/matricesFields.js";
import { densityPlot, differencePlot, heightOf } from "../../../../src/web/views/matrices/matricesPlots.js";
import {
  distanceText,
  matricesReport,
  momentsSheet,
  spectrumSheet,
} from "../../../../src/web/views/matrices/matricesReport.js";
import { densities, ensembles, sampled, wholeSpectrum } from "./support.js";

const ensemble = ensembles[6]!;
const spectrum = await wholeSpectrum(ensemble);
const points = (await densities(ensemble)).at(-1)!;
const { expected, bands, atoms } = spectrum;
const samples = await sampled({ ensemble, size: 40, samples: 6, seed: 1, expected, from: null });
const picture = { name: "Wishart", points, bands, atoms, sampled: samples, size: 40 };

describe("pictures of random matrices", () => {
  it("mark edges and atoms, and say them with their errors", () => {
    const { marks } = densityPlot(picture).panels[0]!;
    const edges = marks.find(({ label }) => label === "edges")!;
    expect(edges.points.map(([x]) => x)).toEqual(bands.flatMap(({ low, high }) => [low.value, high.value]));
    expect(marks.filter(({ label }) => label === "atom").map(({ points: [at] }) => at)).toEqual([[0, 0]]);
    expect(marks.find(({ label }) => label === "Dyson equation")!.hints![100]).toMatch(/density .* ± .*, residual/);
  });

  it("draw nothing above the top, which an edge without a bound does not move", async () => {
    const hard = (await densities({ kind: "wishart", ratio: 1, values: [1], weights: [1] })).at(-1)!;
    const top = heightOf(hard);
    expect(Math.max(...hard.map(({ density }) => density))).toBeGreaterThan(top);
    const plot = densityPlot({ ...picture, points: hard, bands: [], atoms: [], sampled: null });
    const heights = plot.panels[0]!.marks.flatMap((mark) => mark.points.map(([, y]) => y!));
    expect(Math.max(...heights)).toBeLessThanOrEqual(top);
    expect(plot.caption).toContain("cut");
  });

  it("can be drawn with and without samples", () => {
    expect(renderPlot(densityPlot(picture))).toContain("<svg");
    expect(renderPlot(differencePlot(picture)!)).toContain("<svg");
    expect(renderPlot(densityPlot({ ...picture, sampled: null }))).toContain("<svg");
    expect(renderPlot(densityPlot({ ...picture, points: [], bands: [], atoms: [], sampled: null }))).toContain("<svg");
    expect(differencePlot({ ...picture, sampled: { ...samples, samples: 1 } })).toBeNull();
  });
});

describe("matricesReport", () => {
  it("has the density and the histogram in the CSV, and no sums in the JSON", () => {
    const report = matricesReport({ ensemble, points, spectrum, sampled: samples, size: 40, seed: 1 });
    const lines = renderReport(report, "csv").trim().split("\r\n");
    expect(lines.length).toBe(1 + points.length + samples.bins.length);
    const json = renderReport(report, "json");
    expect(json).not.toContain('"sums"');
    expect(JSON.parse(json)).toMatchObject({ ensemble, sampled: { samples: 6 } });
    expect(renderReport(report, "latex")).toContain("mean square");
  });

  it("has edges, atoms and moments in its tables, and says how far samples are", () => {
    const parts = spectrumSheet(spectrum).groups[0]!.rows.map(({ cells }) => (cells[0] as { text: string }).text);
    expect(parts).toEqual([...bands.map(() => "band"), "atom"]);
    expect(momentsSheet(samples).groups[0]!.rows.length).toBe(4);
    const symmetric = { ...samples, moments: [{ power: 1, theory: 0, mean: 1e-17, standardError: 3e-17 }] };
    expect(momentsSheet(symmetric).groups[0]!.rows[0]!.cells.slice(3)).toEqual([null, null]);
    expect(distanceText(samples, false)).toContain("chance alone");
    expect(distanceText({ ...samples, halfDistance: 1, betweenHalves: 0.1 }, true)).toContain(
      "mean and covariance alone",
    );
    expect(distanceText({ ...samples, halfDistance: null }, false)).not.toContain("Half");
  });
});

describe("the address of random matrices", () => {
  const read = (text: string) => readFields(matricesFields, parseAddress(text));

  it("survives whatever is written there", () => {
    const { values, problems } = read(
      "#/matrices?ensemble=x&profile=1,2;3,4&blocks=1,,2&mean=1,2&eigenvalues=1,2,3,4,5&ratio=0&population=-1&first=NaN",
    );
    expect(problems.length).toBe(8);
    expect(ensembleOf(values).kind).toBe("deformed");
    expect(read(`#/matrices?profile=${"1,".repeat(5000)}1`).problems.length).toBe(1);
  });

  it("reads what it writes", () => {
    const address = parseAddress("#/matrices");
    const changed = {
      ...{ ensemble: "profile" as const, eigenvalues: [1, -2.5, 3e-5] },
      profile: [
        [0, 0.1],
        [0.1, 2],
      ],
    };
    expect(readFields(matricesFields, withFields(address, matricesFields, changed)).values).toMatchObject(changed);
  });

  it("has an ensemble of every kind that can be solved as it stands", () => {
    for (const kind of ensembleKinds) {
      const { values } = read(`#/matrices?ensemble=${kind}`);
      const own = ensembleOf(values);
      expect(own.kind).toBe(kind);
      expect(ensembleTheory(own).densities([1])[0]!.density).toBeGreaterThan(0);
    }
  });

  it("fits weights and matrices to the number of values and rows", () => {
    const atoms = ensembleOf(read("#/matrices?eigenvalues=1,2,3&eigenweights=0.5").values);
    expect(atoms).toMatchObject({ values: [1, 2, 3], weights: [0.5, 1, 1] });
    const sum = ensembleOf(read("#/matrices?ensemble=kronecker&mean=1&first=1,2;2,1").values);
    expect(sum).toMatchObject({ mean: [[1]], coefficients: [[[1]], [[0]]] });
  });
});
