import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rationalText } from "../../../../src/symbolic/rational.js";
import { pathPolygon } from "../../../../src/theory/gating/regions/pathPolygon.js";
import { gates, lattice, pathsOf, preactivations } from "./support.js";

const verticesOf = (...given: Parameters<typeof pathPolygon>) =>
  pathPolygon(...given).vertices.map((vertex) => vertex.map(rationalText));

describe("the polygon of a path", () => {
  it("is that of the reference, vertex by vertex", () => {
    const W = [
      [
        [1, 2],
        [-1, 1],
      ],
      [
        [1, 1],
        [2, -1],
      ],
    ];
    const b = [
      [0.5, 0],
      [0, 0.25],
    ];
    const { halfPlanes, vertices, area, areaNumber } = pathPolygon(W, [0, 1], { biases: b });
    expect(halfPlanes.map((side) => side.map(rationalText))).toEqual([
      ["1", "2", "1/2"],
      ["3", "3", "5/4"],
    ]);
    expect(vertices.map((vertex) => vertex.map(rationalText))).toEqual([
      ["1", "-3/4"],
      ["1", "1"],
      ["-1", "1"],
      ["-1", "7/12"],
      ["-1/3", "-1/12"],
    ]);
    expect([rationalText(area), areaNumber]).toEqual(["43/18", 43 / 18]);
  });

  it("reads decimals as they are written", () => {
    const { halfPlanes, area } = pathPolygon([[[0.1, 0]]], [0], { biases: [[-0.03]], box: [0, 0.7] });
    expect(halfPlanes[0]!.map(rationalText)).toEqual(["1/10", "0", "-3/100"]);
    expect(rationalText(area)).toBe("7/25");
  });

  it("contains the points at which all gates are open, and no others", () => {
    fc.assert(
      fc.property(gates(), (network) => {
        for (const path of pathsOf(network).slice(0, 9)) {
          const { corners } = pathPolygon(network.W, path, { biases: network.b });
          for (const [x, y] of lattice.filter((_, k) => k % 17 === 0)) {
            const eta = preactivations(network, [x, y], "linear");
            const least = Math.min(...path.map((i, l) => eta[l]![i]!));
            const sides = corners.map(([px, py], k) => {
              const [qx, qy] = corners[(k + 1) % corners.length]!;
              return (qx - px) * (y - py) - (qy - py) * (x - px);
            });
            const inside = corners.length > 2 && sides.every((side) => side > 0);
            // on the boundary both may be
            if (least > 0) {
              expect(corners.length).toBeGreaterThan(2);
              expect(Math.min(...sides)).toBeGreaterThan(-1e-12);
            }
            if (inside) expect(least).toBeGreaterThanOrEqual(0);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("is a segment, a point or nothing where only that is left", () => {
    expect(verticesOf([[[1, 0]]], [0], { biases: [[-1]] })).toEqual([
      ["1", "-1"],
      ["1", "1"],
    ]);
    expect(verticesOf([[[1, 1]]], [0], { biases: [[-2]] })).toEqual([["1", "1"]]);
    expect(verticesOf([[[1, 1]]], [0], { biases: [[-3]] })).toEqual([]);
    // the segment x = 1 cut at y = 0
    const cut = [
      [
        [1, 0],
        [0, 1],
      ],
      [[0, 1]],
    ];
    expect(verticesOf(cut, [0, 0], { biases: [[-1, 0], [0]] })).toEqual([
      ["1", "0"],
      ["1", "1"],
    ]);
    expect(pathPolygon(cut, [0, 0], { biases: [[-1, 0], [0]] }).areaNumber).toBe(0);
  });

  it("is the square or nothing for a neuron without a normal", () => {
    const silent = [[[0, 0]]];
    expect(pathPolygon(silent, [0]).areaNumber).toBe(4);
    expect(pathPolygon(silent, [0], { biases: [[1e-300]] }).areaNumber).toBe(4);
    expect(pathPolygon(silent, [0], { biases: [[-1e-300]] }).vertices).toEqual([]);
  });

  it.each([
    ["no layers", [[], []], /weights/],
    ["ragged rows", [[[[1, 2], [1]]], [0]], /weights\[0\]\[1\]/],
    [
      "widths that do not chain",
      [
        [[[1, 2]], [[1, 2]]],
        [0, 0],
      ],
      /weights\[1\]/,
    ],
    ["NaN", [[[[1, Number.NaN]]], [0]], /weights/],
    ["an infinite bias", [[[[1, 2]]], [0], { biases: [[Number.POSITIVE_INFINITY]] }], /biases/],
    ["too few biases", [[[[1, 2]]], [0], { biases: [[]] }], /biases\[0\]/],
    ["biases of too many layers", [[[[1, 2]]], [0], { biases: [[0], [0]] }], /biases/],
    ["three inputs", [[[[1, 2, 3]]], [0]], /two inputs/],
    ["a path that is too short", [[[[1, 2]], [[1]]], [0]], /path/],
    ["a neuron that is not there", [[[[1, 2]]], [1]], /path\[0\]/],
    ["half a neuron", [[[[1, 2]]], [0.5]], /path\[0\]/],
    ["an empty box", [[[[1, 2]]], [0], { box: [1, 1] }], /box/],
    ["a box that is no pair", [[[[1, 2]]], [0], { box: [1] }], /box/],
  ] as const)("refuses %s", (_, given, message) => {
    const [weights, path, options] = given as unknown as Parameters<typeof pathPolygon>;
    expect(() => pathPolygon(weights, path, options)).toThrow(
      expect.objectContaining({ name: "TheoryError", message: expect.stringMatching(message) }),
    );
  });
});
