import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rationalText } from "../../../../src/symbolic/rational.js";
import { activeIntervals } from "../../../../src/theory/gating/regions/activeIntervals.js";
import { hullArea } from "../../../../src/theory/gating/regions/hullArea.js";
import { patternCells } from "../../../../src/theory/gating/regions/patternCells.js";
import { planePoint } from "../../../../src/theory/gating/regions/planePolygon.js";
import { reluPathRegion } from "../../../../src/theory/gating/regions/reluPathRegion.js";
import { gates, pathsOf, preactivations } from "./support.js";

/** Figure 1, left. */
const teeth = [[[1], [1], [1], [1]], [[1, -2, 2, -2]]];
const shifts = [[0, -1, -2, -3], [-0.5]];

describe("active intervals of a ReLU network with one input", () => {
  const textsOf = (...given: Parameters<typeof activeIntervals>) =>
    activeIntervals(...given).map(({ exact }) => exact.map(rationalText));

  it("are the two of Figure 1", () => {
    expect(textsOf(teeth, [0, 0], { biases: shifts, interval: [-1, 5] })).toEqual([
      ["1/2", "3/2"],
      ["5/2", "7/2"],
    ]);
  });

  it("end with the interval, and may be points", () => {
    expect(textsOf(teeth, [0, 0], { biases: shifts, interval: [1, 2] })).toEqual([["1", "3/2"]]);
    // at the tips of the teeth only
    expect(textsOf(teeth, [0, 0], { biases: [shifts[0]!, [-1]], interval: [-1, 5] })).toEqual([
      ["1", "1"],
      ["3", "3"],
    ]);
    expect(textsOf([[[1]]], [0], { interval: [0, 1] })).toEqual([["0", "1"]]);
    expect(textsOf([[[1]]], [0], { interval: [-1, 0] })).toEqual([["0", "0"]]);
    expect(textsOf([[[1]]], [0], { interval: [-2, -1] })).toEqual([]);
    expect(textsOf([[[0]]], [0])).toEqual([["-1", "1"]]);
  });

  it("contain the points at which the path is active, and no others", () => {
    fc.assert(
      fc.property(gates({ inputs: 1, width: 4 }), (network) => {
        const path = pathsOf(network)[0]!;
        const found = activeIntervals(network.W, path, { biases: network.b, interval: [-2, 2] });
        const ends = found.map(({ from, to }) => [from, to] as const);
        for (const [k, [from, to]] of ends.entries()) {
          expect(from).toBeLessThanOrEqual(to);
          if (k > 0) expect(from).toBeGreaterThan(ends[k - 1]![1]);
        }
        for (let k = -128; k <= 128; k++) {
          const eta = preactivations(network, [k / 64], "relu");
          const isActive = path.every((i, l) => eta[l]![i]! >= 0);
          expect(ends.some(([from, to]) => from <= k / 64 && k / 64 <= to)).toBe(isActive);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("refuse what they cannot be asked for", () => {
    expect(() => activeIntervals([[[1, 2]]], [0])).toThrow(/one input/);
    expect(() => activeIntervals([[[1]]], [1])).toThrow(/path\[0\]/);
    expect(() => activeIntervals([[[1]]], [0], { interval: [1, 0] })).toThrow(/interval/);
  });
});

describe("path regions of a ReLU network in the plane", () => {
  it("are disconnected for the teeth of Figure 1, and not convex", () => {
    const wide = [teeth[0]!.map(([w]) => [w!, 0]), teeth[1]!];
    const region = reluPathRegion(wide, [0, 0], { biases: shifts, box: [-1, 5] });
    expect(region).toMatchObject({ areaNumber: 12, components: 2, isConvex: false });
  });

  it("jump from the half-plane to the quadrant as a weight changes its sign", () => {
    const areaOf = (eps: number) => {
      const W = [
        [
          [1, 0],
          [0, -1],
        ],
        [[0, eps]],
      ];
      return reluPathRegion(W, [0, 0]).areaNumber;
    };
    expect([1e-300, 0, -1e-300].map(areaOf)).toEqual([2, 2, 1]);
  });

  it("may be connected and not convex: open where relu(x) + relu(y) >= 1/2", () => {
    const W = [
      [
        [1, 0],
        [0, 1],
        [0, 0],
      ],
      [[1, 1, 0]],
    ];
    // path through the neuron that is 0 everywhere
    const region = reluPathRegion(W, [2, 0], { biases: [[0, 0, 0], [-0.5]], box: [-1, 1] });
    expect(region.components).toBe(1);
    expect(region.isConvex).toBe(false);
    // two halves of squares, and a square without a triangle
    expect(rationalText(region.area)).toBe("15/8");
  });

  it("have the areas of the cells in which the path is active", () => {
    fc.assert(
      fc.property(gates(), (network) => {
        const { W, b } = network;
        const cells = patternCells(W, { biases: b, gates: "relu" });
        const total = pathsOf(network).reduce(
          (sum, path) => sum + reluPathRegion(W, path, { biases: b }).areaNumber,
          0,
        );
        const counted = cells.reduce((sum, { pattern, areaNumber }) => {
          return sum + areaNumber * pattern.reduce((product, bits) => product * bits.replaceAll("0", "").length, 1);
        }, 0);
        expect(Math.abs(total - counted)).toBeLessThan(1e-11);
      }),
      { numRuns: 40 },
    );
  });

  it("of one hidden layer are half-planes: connected and convex", () => {
    fc.assert(
      fc.property(gates({ layers: 1, width: 5 }), ({ W, b }) => {
        const { areaNumber, components, isConvex } = reluPathRegion(W, [0], { biases: b });
        expect([components, isConvex]).toEqual([areaNumber > 0 ? 1 : 0, true]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("the area of a hull", () => {
  it("is that of the outer points, whatever lies inside or on its edges", () => {
    const point = (x: number, y: number) => planePoint(BigInt(x), BigInt(y), 2n);
    const square = [point(0, 0), point(2, 0), point(2, 2), point(0, 2)];
    expect(rationalText(hullArea([...square, point(1, 1), point(1, 0), point(0, 0)]))).toBe("1");
    expect(rationalText(hullArea([point(0, 0), point(1, 1), point(2, 2)]))).toBe("0");
    expect(rationalText(hullArea([point(1, 1)]))).toBe("0");
    expect(rationalText(hullArea([]))).toBe("0");
  });
});
