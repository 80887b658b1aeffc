import { describe, expect, it } from "vitest";
import { enumeratedOverlap } from "../../../../src/theory/gating/kernels/overlapKernel.js";
import { gatedForward } from "../../../../src/theory/gating/network/gatedForward.js";
import { gatedNetwork } from "../../../../src/theory/gating/network/gatedNetwork.js";
import { pathExperts } from "../../../../src/theory/gating/paths/pathExpert.js";
import { pathMass } from "../../../../src/theory/gating/paths/pathMass.js";
import { pathPolygon } from "../../../../src/theory/gating/regions/pathPolygon.js";
import { reluPathRegion } from "../../../../src/theory/gating/regions/reluPathRegion.js";
import { equalAngles, KERNEL_POINTS, OUTPUTS, REACH } from "../../../../src/web/views/gates/circleAngles.js";
import { type GatesLookQuestion, gatesLookTask } from "../../../../src/web/views/gates/gatesLookTask.js";
import { joinedSectors } from "../../../../src/web/views/gates/sectors.js";
import { small, trained } from "./support.js";

type Polygon = readonly (readonly [number, number])[];

const pointAt = (angle: number) => [Math.cos(Math.PI * angle), Math.sin(Math.PI * angle)];

const areaOf = (polygon: Polygon) =>
  polygon.reduce((sum, [x, y], k) => {
    const [a, b] = polygon[(k + 1) % polygon.length]!;
    return sum + (x * b - a * y) / 2;
  }, 0);

const total = (polygons: readonly Polygon[]) => polygons.reduce((sum, polygon) => sum + areaOf(polygon), 0);

const square = (2 * REACH) ** 2;

const { records } = await trained({ ...small, seed: 2, epochs: 12, from: null });
const relu = await trained({ ...small, kind: "relu", seed: 3, epochs: 12, from: null });
const dlgn: GatesLookQuestion = {
  ...{ kind: "dlgn", epoch: 12, beta: 4, weights: records.at(-1)!.weights },
  ...{ kernel: "overlap", angle: 0.3, path: null },
};
const rectified: GatesLookQuestion = { ...dlgn, kind: "relu", weights: relu.records.at(-1)!.weights };
const look = gatesLookTask(dlgn);
const reluLook = gatesLookTask(rectified);

describe("gatesLookTask", () => {
  it("has the overlap kernel that counts paths one by one, with a mean diagonal of 1", () => {
    const network = gatedNetwork("dlgn", dlgn.weights);
    const points = equalAngles(KERNEL_POINTS).map(pointAt);
    const own = points.map((x) => enumeratedOverlap(network, x, x));
    const mean = own.reduce((a, b) => a + b, 0) / own.length;
    for (const [i, j] of [
      [0, 0],
      [3, 5],
      [11, 40],
      [30, 12],
    ] as const) {
      expect(look.kernel[i]![j]).toBeCloseTo(enumeratedOverlap(network, points[i]!, points[j]!) / mean, 10);
    }
    const top = own.slice(0, KERNEL_POINTS / 2).reduce((a, b) => a + b, 0) / own.reduce((a, b) => a + b, 0);
    expect(look.topShare).toBeCloseTo(top, 10);
  });

  it("has the outputs of soft gates, and the tangent kernel on request", () => {
    const soft = gatedNetwork("dlgn", dlgn.weights, { beta: 4 });
    const at = equalAngles(OUTPUTS).map(pointAt);
    for (const k of [0, 77, 150]) expect(look.outputs[k]).toBeCloseTo(gatedForward(soft, at[k]!).output[0]!, 12);
    const tangent = gatesLookTask({ ...dlgn, kernel: "tangent" });
    const diagonal = tangent.kernel.map((row, k) => row[k]!);
    expect(diagonal.reduce((a, b) => a + b, 0)).toBeCloseTo(KERNEL_POINTS, 8);
    expect(tangent.kernel).not.toEqual(look.kernel);
  });

  it.each([
    ["dlgn", dlgn, look],
    ["relu", rectified, reluLook],
  ] as const)("finds the strongest path of %s among all of them", (kind, question, found) => {
    const network = gatedNetwork(kind, question.weights);
    const contributions = pathExperts(network, pointAt(0.3)).map(({ gate, values }) => gate * values[0]!);
    const largest = Math.max(...contributions.map(Math.abs));
    expect(Math.abs(found.contribution)).toBeCloseTo(largest, 12);
    expect(largest).toBeGreaterThan(0);
  });

  it("draws the path's region with the exact area of pathPolygon and reluPathRegion", () => {
    const hidden = (question: GatesLookQuestion) => question.weights.W.slice(0, 3);
    const box = [-REACH, REACH] as const;
    const linear = pathPolygon(hidden(dlgn), look.path, { box }).areaNumber;
    const rect = reluPathRegion(hidden(rectified), reluLook.path, { box }).areaNumber;
    expect(look.area * square).toBeCloseTo(linear, 10);
    expect(total(look.region)).toBeCloseTo(linear, 10);
    expect(reluLook.area * square).toBeCloseTo(rect, 10);
    expect(total(reluLook.region)).toBeCloseTo(rect, 10);
    expect(linear).toBeGreaterThan(0);
    expect(rect).toBeGreaterThan(0);
  });

  it("draws each neuron's half-plane as one polygon, half of the square", () => {
    for (const polygons of look.layers) {
      expect(polygons.length).toBe(1);
      expect(total(polygons)).toBeCloseTo(square / 2, 10);
    }
  });

  it("cuts the square into cells that fill it, with the active paths of any point inside", () => {
    for (const [question, found] of [
      [dlgn, look],
      [rectified, reluLook],
    ] as const) {
      expect(total(found.cells.map(({ corners }) => corners))).toBeCloseTo(square, 10);
      const network = gatedNetwork(question.kind === "relu" ? "relu" : "dlgn", question.weights);
      for (const { corners, paths } of found.cells) {
        const middle = [0, 1].map((axis) => corners.reduce((sum, corner) => sum + corner[axis]!, 0) / corners.length);
        expect(pathMass(network, middle)).toBe(paths);
      }
    }
  });

  it("says where half-planes point: a step in that direction opens the gate", () => {
    const network = gatedNetwork("dlgn", dlgn.weights);
    for (const [layer, angles] of look.directions!.entries()) {
      expect(angles.length).toBe(6);
      for (const [neuron, angle] of angles.entries()) {
        expect(gatedForward(network, pointAt(angle)).preactivations[layer]![neuron]).toBeGreaterThan(0);
        expect(gatedForward(network, pointAt(angle + 0.49)).preactivations[layer]![neuron]).toBeGreaterThan(0);
        expect(gatedForward(network, pointAt(angle + 0.51)).preactivations[layer]![neuron]).toBeLessThan(0);
      }
    }
    expect(reluLook.directions).toBeNull();
  });

  it("takes a path of one's own, and refuses one that does not fit", () => {
    const own = gatesLookTask({ ...dlgn, path: [0, 1, 2] });
    expect(own.path).toEqual([0, 1, 2]);
    expect(() => gatesLookTask({ ...dlgn, path: [0, 1] })).toThrow();
    expect(() => gatesLookTask({ ...dlgn, path: [0, 1, 99] })).toThrow();
  });

  it("says where no path is active at the point", async () => {
    const dead = await trained({ ...small, kind: "relu", seed: 2, epochs: 12, from: null });
    const found = gatesLookTask({ ...rectified, weights: dead.records.at(-1)!.weights });
    expect(found).toMatchObject({ active: false, contribution: 0 });
    expect(look.active && reluLook.active).toBe(true);
  });

  it("looks at networks of one neuron a layer, and of one layer", async () => {
    for (const [width, depth] of [
      [1, 1],
      [1, 3],
      [3, 1],
    ] as const) {
      for (const kind of ["dlgn-pwc", "relu"] as const) {
        const { records: few } = await trained({ ...small, kind, width, depth, seed: 4, epochs: 1, from: null });
        const found = gatesLookTask({ ...dlgn, kind, weights: few.at(-1)!.weights });
        expect(total(found.cells.map(({ corners }) => corners))).toBeCloseTo(square, 10);
        expect(found.kernel.flat().every(Number.isFinite)).toBe(true);
      }
    }
  });
});

describe("joinedSectors", () => {
  const quarter = (turns: number): Polygon => {
    const corners: Polygon = [
      [1, 0],
      [1, 1],
      [0, 1],
    ];
    const turn = ([x, y]: readonly [number, number]) => [-y, x] as const;
    return [
      [0, 0],
      ...corners.map((corner) => Array.from({ length: turns }).reduce<readonly [number, number]>(turn, corner)),
    ];
  };

  it("joins neighbours, keeps others apart, and closes the square", () => {
    expect(joinedSectors([])).toEqual([]);
    expect(joinedSectors([quarter(0), quarter(2)]).length).toBe(2);
    expect(joinedSectors([quarter(1), quarter(0)]).map(areaOf)).toEqual([2]);
    expect(joinedSectors([quarter(3), quarter(0)]).map(areaOf)).toEqual([2]);
    expect(joinedSectors([quarter(3), quarter(1), quarter(0)]).map(areaOf)).toEqual([3]);
    expect(joinedSectors([0, 1, 2, 3].map(quarter)).map(areaOf)).toEqual([4]);
  });

  it("takes half-planes, whose edge leads through the origin", () => {
    const half: Polygon = [
      [-1, -1],
      [1, -1],
      [1, 1],
    ];
    expect(total(joinedSectors([half]))).toBeCloseTo(2, 12);
  });
});
