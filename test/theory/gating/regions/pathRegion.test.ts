import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activeArcs } from "../../../../src/theory/gating/kernels/activeArcs.js";
import { randomGatedNetwork } from "../../../../src/theory/gating/network/randomGatedNetwork.js";
import { coneCount } from "../../../../src/theory/gating/regions/coneCount.js";
import { pathHalfSpaces } from "../../../../src/theory/gating/regions/pathHalfSpaces.js";
import { pathPolygon } from "../../../../src/theory/gating/regions/pathPolygon.js";
import { pathRegion } from "../../../../src/theory/gating/regions/pathRegion.js";
import { planeRegions } from "../../../../src/theory/gating/regions/planeRegions.js";
import { regionCounts } from "../../../../src/theory/gating/regions/regionCounts.js";
import { gates, pathsOf, patternAt, preactivations } from "./support.js";

describe("half-spaces of a path", () => {
  it("are open where the gates are, in any dimension", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }).chain((inputs) =>
          fc.record({
            network: gates({ inputs }),
            x: fc.array(
              fc.integer({ min: -8, max: 8 }).map((k) => k / 8),
              { minLength: inputs, maxLength: inputs },
            ),
          }),
        ),
        ({ network, x }) => {
          const eta = preactivations(network, x, "linear");
          for (const path of pathsOf(network)) {
            const own = pathHalfSpaces(network.W, path, { biases: network.b });
            const values = own.map(({ normal, offset }) => normal.reduce((sum, n, i) => sum + n * x[i]!, offset));
            expect(values).toEqual(path.map((i, l) => expect.closeTo(eta[l]![i]!, 12)));
          }
        },
      ),
    );
  });

  it("refuse products that overflow", () => {
    const huge = Array.from({ length: 5 }, () => [[1e100]]);
    expect(() => pathHalfSpaces(huge, [0, 0, 0, 0, 0])).toThrow(/overflow/);
  });
});

describe("the largest ball in a path's region", () => {
  it("exists where the polygon has an area", () => {
    fc.assert(
      fc.property(gates(), (network) => {
        const { W, b } = network;
        for (const path of pathsOf(network).slice(0, 4)) {
          const { status, radius } = pathRegion(W, path, { biases: b, box: [-1, 1] });
          const { areaNumber, vertices } = pathPolygon(W, path, { biases: b });
          expect(status === "interior").toBe(areaNumber > 0);
          if (status === "empty") expect(vertices).toEqual([]);
          // a disc of that radius has at most the area
          if (radius > 0) expect(Math.PI * radius ** 2).toBeLessThanOrEqual(areaNumber + 1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("has its centre inside, and is one of the largest: no random point is farther from all faces", () => {
    fc.assert(
      fc.property(
        gates({ inputs: 5 }),
        fc.array(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }), {
          minLength: 20,
          maxLength: 20,
        }),
        (network, points) => {
          const path = pathsOf(network)[0]!;
          const options = { biases: network.b, box: [-1, 1] } as const;
          const { status, radius, centre, halfSpaces, error } = pathRegion(network.W, path, options);
          const room = (x: readonly number[]) => {
            const own = halfSpaces.map(({ normal, offset }) => {
              const value = normal.reduce((sum, n, i) => sum + n * x[i]!, offset);
              const length = Math.hypot(...normal);
              return length === 0 ? (value < 0 ? -Infinity : Infinity) : value / length;
            });
            return Math.min(...own, ...x.map((entry) => 1 - Math.abs(entry)));
          };
          expect(error).toBeLessThan(1e-8);
          for (const x of points) expect(room(x)).toBeLessThanOrEqual(radius + 1e-8);
          expect(centre === null).toBe(status !== "interior");
          if (centre === null) return;
          expect(Math.abs(room(centre) - radius)).toBeLessThan(1e-8);
          expect(patternAt(network, centre, "linear").every((bits, l) => bits[path[l]!] === "1")).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("is unbounded in a cone, bounded between parallel faces, and negative where faces exclude each other", () => {
    expect(pathRegion([[[1, 2, 3]]], [0])).toMatchObject({ status: "interior", radius: Number.POSITIVE_INFINITY });
    const between = pathRegion(
      [
        [
          [1, 0, 0],
          [0, 1, 0],
        ],
        [[-1, 0]],
      ],
      [0, 0],
      { biases: [[1, 0], [3]] },
    );
    // x >= -1 and -x - 1 + 3 >= 0
    expect(between.status).toBe("interior");
    expect(between.radius).toBeCloseTo(1.5, 12);
    const apart = pathRegion([[[1, 0]], [[-1]]], [0, 0], { biases: [[-1], [-1]] });
    expect(apart).toMatchObject({ status: "empty", centre: null });
    expect(apart.radius).toBeCloseTo(-0.5, 12);
  });

  it("is missing on a line, and where a gate without a normal is shut", () => {
    expect(pathRegion([[[1, 0]], [[-1]]], [0, 0])).toMatchObject({ status: "thin", centre: null });
    expect(pathRegion([[[0, 0]]], [0], { biases: [[-1]] })).toMatchObject({ status: "empty", radius: -Infinity });
    expect(pathRegion([[[0, 0]]], [0])).toMatchObject({ status: "interior", radius: Infinity });
  });

  it("refuses too many inputs and empty boxes", () => {
    expect(() => pathRegion([[new Array(201).fill(1)]], [0])).toThrow(/at most 200/);
    expect(() => pathRegion([[[1, 1]]], [0], { box: [1, -1] })).toThrow(/box/);
  });
});

describe("cones of networks without biases", () => {
  it("are as many by arcs as cells of the square see", () => {
    fc.assert(
      fc.property(gates({ width: 4 }), ({ W }) => {
        const { cones, paths, arcs, activePaths } = coneCount(W);
        const found = planeRegions(W);
        expect([cones, paths]).toEqual([found.linear.paths, found.paths]);
        const { lines, regions } = found.linear.plane;
        expect([arcs, activePaths.length]).toEqual([regions, Math.max(1, 2 * lines)]);
      }),
      { numRuns: 100 },
    );
  });

  it("are as many as the angles of the boundaries in doubles say", () => {
    for (let seed = 0; seed < 20; seed++) {
      const network = randomGatedNetwork("dlgn", [2, 5, 4, 6, 1], { seed });
      expect(Number(coneCount(network.W).cones)).toBe(activeArcs(network).components);
    }
  });

  it("of 5 layers of 16 neurons are counted without a list of 16^5 paths", () => {
    const W = Array.from({ length: 5 }, (_, l) =>
      Array.from({ length: 16 }, (__, i) =>
        Array.from(
          { length: l === 0 ? 2 : 16 },
          (___, j) => Math.round(1e3 * Math.sin(100 * l + 17 * i + j * j)) / 1e3,
        ),
      ),
    );
    const { cones, paths } = coneCount(W);
    expect(paths).toBe(16n ** 5n);
    expect(cones).toBe(planeRegions(W).linear.paths);
  });

  it("refuse three inputs", () => {
    expect(() => coneCount([[[1, 2, 3]]])).toThrow(/two inputs/);
  });
});

describe("the counts of section 3.1", () => {
  it("are those of L - 1 hidden layers", () => {
    expect(regionCounts(3, 4)).toEqual({
      paths: 27n,
      patterns: 512n,
      patternsOfPath: 64n,
      pathFaces: 3,
      patternFaces: 9,
    });
    expect(() => regionCounts(0, 2)).toThrow(/m = 0/);
    expect(() => regionCounts(2, 1)).toThrow(/L = 1/);
  });
});
