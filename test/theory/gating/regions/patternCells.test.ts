import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addRational, rational, rationalText } from "../../../../src/symbolic/rational.js";
import { activePaths } from "../../../../src/theory/gating/regions/activePaths.js";
import { linearSignals } from "../../../../src/theory/gating/regions/affineForm.js";
import { exactGates } from "../../../../src/theory/gating/regions/exactGates.js";
import { lineArrangement } from "../../../../src/theory/gating/regions/lineArrangement.js";
import { pathPolygon } from "../../../../src/theory/gating/regions/pathPolygon.js";
import { patternCells } from "../../../../src/theory/gating/regions/patternCells.js";
import { planeRegions } from "../../../../src/theory/gating/regions/planeRegions.js";
import { type Gates, gates, lattice, pathsOf, patternAt } from "./support.js";

const kinds = ["relu", "linear"] as const;
const formsOf = ({ W, b }: Gates) => linearSignals(exactGates(W, b)).flatMap(({ forms }) => forms);

describe.each(kinds)("cells of %s gates", (kind) => {
  const cellsOf = ({ W, b }: Gates) => patternCells(W, { biases: b, gates: kind });

  it("fill the square exactly, with a pattern each", () => {
    fc.assert(
      fc.property(gates(), (network) => {
        const cells = cellsOf(network);
        expect(rationalText(cells.map(({ area }) => area).reduce(addRational, rational(0)))).toBe("4");
        expect(cells.every(({ area }) => area.numerator > 0n)).toBe(true);
        expect(new Set(cells.map(({ pattern }) => pattern.join())).size).toBe(cells.length);
      }),
      { numRuns: 100 },
    );
  });

  it("hold every pattern that a lattice sees, and have it in their middle", () => {
    fc.assert(
      fc.property(gates(), (network) => {
        const cells = cellsOf(network);
        const known = new Set(cells.map(({ pattern }) => pattern.join()));
        // on a line a pattern need not have an area: the shift is such that no line of small fractions meets the points
        for (const x of lattice.filter((_, k) => k % 7 === 0)) {
          const near = patternAt(network, [x[0] + 40961 * 2 ** -36, x[1] + 65537 * 2 ** -36], kind);
          expect(known).toContain(near.join());
        }
        for (const { corners, pattern } of cells) {
          const middle = [0, 1].map((i) => {
            const sum = corners.reduce((total, corner) => total + corner[i]!, 0);
            return Math.round((sum / corners.length) * 2 ** 32) / 2 ** 32;
          });
          expect(patternAt(network, middle, kind)).toEqual(pattern);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("count the paths with an area as a list of them does", () => {
    fc.assert(
      fc.property(gates(), (network) => {
        const patterns = cellsOf(network).map(({ pattern }) => pattern);
        const listed = pathsOf(network).filter((path) => {
          return patterns.some((pattern) => path.every((i, l) => pattern[l]![i] === "1"));
        });
        expect(activePaths(patterns)).toBe(BigInt(listed.length));
      }),
      { numRuns: 100 },
    );
  });
});

describe("counts of regions", () => {
  it("are those of the reference", () => {
    const W = [
      [
        [1, 2],
        [-1, 1],
        [2, -1],
      ],
      [
        [1, -1, 2],
        [-2, 1, 1],
        [1, 1, -1],
      ],
    ];
    const b = [
      [0.5, -0.25, 0.1],
      [-0.5, 0.3, 0.2],
    ];
    const found = planeRegions(W, { biases: b });
    expect([found.relu.cells, found.linear.cells, found.linear.plane.regions]).toEqual([19, 22, 22]);
    expect([found.linear.paths, found.paths]).toEqual([9n, 9n]);
    expect(rationalText(found.relu.largestArea)).toBe("22153/30000");
    expect(found.relu.largestAreaNumber).toBe(22153 / 30000);
  });

  it("of paths agree with exact polygons, path by path", () => {
    fc.assert(
      fc.property(gates(), (network) => {
        const { W, b } = network;
        const own = pathsOf(network).filter((path) => pathPolygon(W, path, { biases: b }).area.numerator > 0n);
        expect(planeRegions(W, { biases: b }).linear.paths).toBe(BigInt(own.length));
      }),
      { numRuns: 60 },
    );
  });

  it("in the whole plane are those in a square that holds all crossings", () => {
    fc.assert(
      fc.property(gates(), (network) => {
        const { W, b } = network;
        // coefficients are fractions of 64 at most 200: crossings lie within 200^2 64^2
        const cells = patternCells(W, { biases: b, box: [-1e12, 1e12] });
        expect(planeRegions(W, { biases: b }).linear.plane.regions).toBe(cells.length);
      }),
      { numRuns: 100 },
    );
  });

  it("are 1 - V + E with points and pieces counted line by line, and at most those of lines in general position", () => {
    fc.assert(
      fc.property(gates({ width: 4 }), (network) => {
        const forms = formsOf(network).map((form) => form.map(Number) as [number, number, number]);
        const lines = new Map(
          forms
            .filter(([a, b]) => a !== 0 || b !== 0)
            .map((form) => {
              const unit = form[0] !== 0 ? form[0] : form[1];
              return [form.map((entry) => (entry / unit).toFixed(9)).join(), form] as const;
            }),
        );
        const each = [...lines.values()];
        const points = each.map(([a, b, c]) => {
          const met = each.flatMap(([d, e, f]) => {
            const w = a * e - d * b;
            return w === 0 ? [] : [`${((b * f - e * c) / w + 0).toFixed(6)},${((c * d - f * a) / w + 0).toFixed(6)}`];
          });
          return new Set(met.map((text) => text.replaceAll(/-(0\.0+)(?=,|$)/g, "$1")));
        });
        const [V, E] = [
          new Set(points.flatMap((own) => [...own])).size,
          points.reduce((sum, own) => sum + own.size + 1, 0),
        ];
        const found = lineArrangement(formsOf(network));
        expect(found).toEqual({ lines: each.length, vertices: V, edges: E, regions: 1 - V + E });
        expect(found.regions).toBeLessThanOrEqual(1 + each.length + (each.length * (each.length - 1)) / 2);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ["no line", [[0, 0, 1]], [0, 0, 0, 1]],
    [
      "a line, twice and turned",
      [
        [1, 2, 3],
        [2, 4, 6],
        [-1, -2, -3],
      ],
      [1, 0, 1, 2],
    ],
    [
      "parallel lines",
      [
        [1, 1, 0],
        [1, 1, 1],
        [1, 1, 2],
      ],
      [3, 0, 3, 4],
    ],
    [
      "three lines through a point",
      [
        [1, 0, 0],
        [0, 1, 0],
        [1, 1, 0],
      ],
      [3, 1, 6, 6],
    ],
    [
      "three in general position",
      [
        [1, 0, 0],
        [0, 1, 0],
        [1, 1, 1],
      ],
      [3, 3, 9, 7],
    ],
    [
      "a grid",
      [
        [1, 0, 0],
        [1, 0, 1],
        [0, 1, 0],
        [0, 1, 1],
      ],
      [4, 4, 12, 9],
    ],
  ])("of %s", (_, rows, expected) => {
    const found = lineArrangement(rows.map((row) => row.map(BigInt)));
    expect([found.lines, found.vertices, found.edges, found.regions]).toEqual(expected);
  });

  it("of networks of all sizes are found in time or refused", () => {
    const many = [Array.from({ length: 300 }, (_, i) => [i - 150, (i * i) % 301])];
    const biases = [Array.from({ length: 300 }, (_, i) => ((i * 37) % 101) - 50)];
    expect(() => patternCells(many, { biases })).toThrow(/more than 20000 cells/);
    const wide = [Array.from({ length: 600 }, () => [1, 0])];
    expect(() => patternCells(wide)).toThrow(/at most 512 hidden neurons/);
    expect(patternCells([Array.from({ length: 500 }, () => [1, 0])])).toHaveLength(2);
    expect(() => patternCells([[[1, 0]]], { gates: "soft" as never })).toThrow(/gates/);
  });

  it("of paths are exact where there are more than a double holds", () => {
    const W = Array.from({ length: 60 }, (_, l) =>
      Array.from({ length: 4 }, (__, i) => (l === 0 ? [1, 0] : [0, 1, 2, 3].map((j) => Number(i === j)))),
    );
    const { paths, linear } = planeRegions(W);
    expect([paths, linear.paths]).toEqual([4n ** 60n, 4n ** 60n]);
  });
});
