import { describe, expect, test } from "vitest";
import { activation as makeActivation } from "../../../../src/symbolic/activation/create.js";
import { batchNorm } from "../../../../src/theory/batchnorm/batchNorm.js";
import { gegenbauerExpansion } from "../../../../src/theory/batchnorm/coefficients.js";
import { reached } from "../../../../src/theory/batchnorm/dynamics/reached.js";
import { activationPortrait } from "../../../../src/theory/batchnorm/report/activationPortrait.js";
import {
  type ActivationReport,
  followActivationReport,
  settingsOf,
} from "../../../../src/theory/batchnorm/report/activationReport.js";
import { curveBatches } from "../../../../src/theory/batchnorm/report/rateCurve.js";
import { rateFormula } from "../../../../src/theory/batchnorm/report/rateFormula.js";

function reportOf(text: string, batches: readonly number[]) {
  const activation = makeActivation(text);
  const steps: ActivationReport[] = [];
  const following = followActivationReport(batches.map((batch) => batchNorm({ activation, batch })));
  for (;;) {
    const { done, value } = following.next();
    if (done) return { report: value, steps };
    steps.push(value);
  }
}

test("what is yielded grows, and is what the end has", () => {
  const { report, steps } = reportOf("tanh", [8, Infinity]);
  expect(steps[0]!.networks).toEqual([]);
  expect(steps.at(-1)).toEqual({ ...report, formula: null });
  const counts = steps.map(({ networks, curves }) => networks.length + curves.length);
  expect(counts).toEqual([...counts].sort((a, b) => a - b));
  expect(report.networks.map(({ spectrum }) => spectrum.batch)).toEqual([8, Infinity]);
  // E sech(Z)^4 / E tanh(Z)^2, by mpmath's quadrature with 25 digits
  expect(report.curves[0]!.limit.value).toBeCloseTo(1.17780723230418, 12);
});

test("the curve is at the batch sizes from 4 to a million what batchNorm says", () => {
  const { report } = reportOf("relu", [8]);
  const { points } = report.curves[0]!;
  expect([points[0]!.batch, points.at(-1)!.batch]).toEqual([4, 1_000_000]);
  expect(curveBatches(20)).toHaveLength(20);
  for (const { batch, rate } of points.slice(0, 9)) {
    // J(1, c) = (sqrt(1 - c^2) + (pi - acos c) c)/pi in the exact rate of relu
    const angle = Math.acos(1 / (batch - 1));
    const side = Math.sqrt(batch * (batch - 2));
    const above = (batch - 2) * angle + Math.PI * (batch - 1) * (batch - 2) + side;
    expect(rate.value).toBeCloseTo(above / ((batch - 3) * (angle - side + Math.PI * (batch - 1))), 11);
  }
});

test("networks that leave BSB1 go where `reached` says", () => {
  const { report } = reportOf("x^2", [8]);
  const [{ spectrum, dynamics }] = report.networks as [ActivationReport["networks"][number]];
  expect(spectrum.stability.verdict).toBe("unstable");
  expect(spectrum.reached).toEqual(reached(batchNorm({ activation: "x^2", batch: 8 })));
  expect(dynamics!.blocks).toEqual(spectrum.reached!.blocks);
}, 30_000);

test("settings are those besides the batch size, each once", () => {
  const at = (batch: number, epsilon: number) => batchNorm({ activation: "tanh", batch, epsilon });
  expect(settingsOf([at(8, 0), at(16, 0), at(8, 1), at(16, 1)]).map(({ epsilon }) => epsilon)).toEqual([0, 1]);
});

test("the series of a page's formulas is the rate: tanh at 8 and 64, by coefficients to degree 511", () => {
  for (const batch of [8, 64]) {
    const { coefficients, gaps } = gegenbauerExpansion({ activation: "tanh", batch }, 512);
    let [above, below] = [0, 0];
    for (let k = 1; k < coefficients.length; k++) {
      const weight = coefficients[k]!.value ** 2 * gaps[k]!;
      above += ((k * (batch - 3 + k)) / (batch - 3)) * weight;
      below += weight;
    }
    // analytic: the terms fall geometrically; what is left is rounding
    expect(above / below).toBeCloseTo(batchNorm({ activation: "tanh", batch }).rate.value, 10);
  }
});

describe("formulas of the rate", () => {
  test("closed for relu, with values that are the rates", () => {
    const formula = rateFormula(makeActivation("relu"), [3, 8, Infinity]);
    if (formula?.kind !== "closed") throw new Error("a closed form");
    expect(formula.values.map(({ batch }) => batch)).toEqual([8]);
    const rate = batchNorm({ activation: "relu", batch: 8 }).rate.value;
    expect(Math.abs(Number(formula.values[0]!.value) - rate)).toBeLessThan(1e-14);
    expect(formula.series).not.toBeNull();
  });

  test("integrals for tanh, none for a constant, for a function of JavaScript, and where the rate diverges", () => {
    expect(rateFormula(makeActivation("tanh"), [8])?.kind).toBe("integrals");
    expect(rateFormula(makeActivation("3"), [8])).toBeNull();
    expect(rateFormula(makeActivation("step"), [8])).toBeNull();
    expect(
      rateFormula(
        makeActivation((x) => Math.atan(x), { name: "mine" }),
        [8],
      ),
    ).toBeNull();
  });
});

test("a portrait is cut where values or slopes jump, and has finite numbers only", () => {
  const relu = activationPortrait(makeActivation("relu"));
  expect([relu.values.length, relu.slopes.length]).toEqual([1, 2]);
  const jumps = activationPortrait(makeActivation("x > 1 ? 1 : 0"));
  expect(jumps.values.map((piece) => piece[0]![1])).toEqual([0, 1]);
  const root = activationPortrait(makeActivation("sqrt(abs(x))"));
  for (const piece of [...root.values, ...root.slopes]) {
    for (const [x, y] of piece) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
  }
});
