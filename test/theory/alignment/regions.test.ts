import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addRational,
  compareRational,
  multiplyRational,
  type Rational,
  rational,
  rationalFromNumber,
  subtractRational,
} from "../../../src/symbolic/rational.js";
import { randomNetwork } from "../../../src/theory/alignment/network/randomNetwork.js";
import { type ReluNetwork, reluNetwork } from "../../../src/theory/alignment/network/reluNetwork.js";
import { activePart } from "../../../src/theory/alignment/regions/activePart.js";
import { coefficientPieces } from "../../../src/theory/alignment/regions/coefficientPieces.js";
import { countRegions } from "../../../src/theory/alignment/regions/countRegions.js";
import { gateKey } from "../../../src/theory/alignment/regions/gateKey.js";
import { contains, largestBall, polytope } from "../../../src/theory/alignment/regions/polytope.js";
import { rangeOver } from "../../../src/theory/alignment/regions/rangeOver.js";
import { segmentPieces } from "../../../src/theory/alignment/regions/segmentPieces.js";
import { errorOf } from "../../support/theoryError.js";

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const weights = (length: number) =>
  fc.array(
    fc.integer({ min: -20, max: 20 }).map((k) => k / 4),
    { minLength: length, maxLength: length },
  );

/** Pre-activations of every hidden node at an exact point, layer by layer. */
function exactPreactivations({ layers }: ReluNetwork, x: readonly Rational[]): readonly (readonly Rational[])[] {
  let below = x;
  return layers.slice(0, -1).map((rows) => {
    const h = rows[0].map((_, j) =>
      below.reduce(
        (sum, f, i) => addRational(sum, multiplyRational(rationalFromNumber(rows[i][j]), f)),
        rationalFromNumber(rows.at(-1)![j]),
      ),
    );
    below = h.map((value) => (value.numerator > 0n ? value : rational(0)));
    return h;
  });
}

describe("a region", () => {
  it("is a box or a polytope, with its box and a largest ball inside", () => {
    const box = polytope({ low: [0, -1], high: [4, 1] });
    expect(largestBall(box)).toEqual({ centre: [2, 0], radius: 1 });
    const triangle = polytope({
      A: [
        [-1, 0],
        [0, -2],
        [1, 1],
      ],
      b: [0, 0, 2],
    });
    expect(triangle.low.every((entry) => Math.abs(entry) < 1e-9)).toBe(true);
    expect(triangle.high.every((entry) => Math.abs(entry - 2) < 1e-9)).toBe(true);
    expect(largestBall(triangle).radius).toBeCloseTo(2 - Math.SQRT2, 9);
    expect(contains(triangle, [0.5, 0.5])).toBe(true);
    expect(contains(triangle, [1.5, 1])).toBe(false);
    // not the box around it
    expect(polytope(triangle)).toBe(triangle);
  });

  it.each([
    ["an empty box", { low: [0, 1], high: [1, 1] }, /coordinate 1 = 1 to 1.*empty/s],
    ["a NaN", { low: [Number.NaN], high: [1] }, /region.low\[0\] = NaN/],
    ["ends that do not match", { low: [0, 0], high: [1] }, /region.high/],
    ["an empty polytope", { A: [[1], [-1]], b: [0, -1] }, /empty or flat/],
    [
      "a flat polytope",
      {
        A: [
          [1, 0],
          [-1, 0],
          [0, 1],
          [0, -1],
        ],
        b: [0, 0, 1, 1],
      },
      /empty or flat/,
    ],
    [
      "an unbounded polytope",
      {
        A: [
          [1, 0],
          [0, 1],
          [0, -1],
        ],
        b: [1, 1, 1],
      },
      /bounded region/,
    ],
    ["a zero row", { A: [[0], [1], [-1]], b: [1, 1, 1] }, /region.A\[0\]/],
    ["ragged rows", { A: [[1, 0], [1]], b: [1, 1] }, /region.A\[1\]/],
  ])("is refused if it is %s", (_, region, message) => {
    expect(errorOf(() => polytope(region as never)).message).toMatch(message as RegExp);
  });

  it("that is a box cut by a half-space has the range of a linear function that linear programs give", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), seeds, (d, seed) => {
        const [row, direction] = randomNetwork([d, 2], { seed }).layers[0].reduce<number[][]>(
          (pair, entries) => pair.map((list, k) => [...list, entries[k]]),
          [[], []],
        );
        const box = { low: new Array(d).fill(-1), high: new Array(d).fill(1) };
        const cut = activePart(polytope(box), row);
        if (cut === null) return;
        const faces = Array.from({ length: 2 * d }, (_, f) =>
          Array.from({ length: d }, (__, i) => (i === f >> 1 ? (f % 2 ? -1 : 1) : 0)),
        );
        const whole = polytope({ A: [...faces, row.slice(0, d).map((w) => -w)], b: [...faces.map(() => 1), row[d]] });
        for (const [k, value] of rangeOver(cut, direction.slice(0, d)).entries()) {
          expect(value).toBeCloseTo(rangeOver(whole, direction.slice(0, d))[k], 8);
        }
        for (const [k, value] of [...cut.low, ...cut.high].entries())
          expect(value).toBeCloseTo([...whole.low, ...whole.high][k], 8);
      }),
      { numRuns: 60 },
    );
  });

  it("has no active part where a node is silent, and is all of it where a node is active", () => {
    const box = polytope({ low: [-1, -1], high: [1, 1] });
    expect(activePart(box, [1, 1, -3])).toBeNull();
    expect(activePart(box, [1, 1, -2])).toBeNull();
    expect(activePart(box, [1, 1, 3])).toBe(box);
    expect(activePart(box, [0, 0, 1])).toBe(box);
    expect(activePart(box, [0, 0, 0])).toBeNull();
  });
});

describe("breakpoints", () => {
  it("of relu(2x - 1) + relu(-x) lie at 0 and 1/2", () => {
    const network = reluNetwork([
      [
        [2, -1],
        [-1, 0],
      ],
      [[1], [1], [0]],
    ]);
    const pieces = segmentPieces(network, [-1], [1]);
    expect(pieces.map(({ from, to }) => [from, to])).toEqual([
      [0, 0.5],
      [0.5, 0.75],
      [0.75, 1],
    ]);
    expect(pieces.map(({ gates }) => gates[0])).toEqual(["01", "00", "10"]);
    expect(pieces[1].exact.to).toEqual({ numerator: 3n, denominator: 4n });
  });

  it("are exact zeros of pre-activations through deep networks, in any number of inputs", () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 4 }), (seed, d, L) => {
        const network = randomNetwork([d, ...new Array(L - 1).fill(4), 1], { seed });
        const [from, to] = [new Array(d).fill(-2), new Array(d).fill(3)];
        const pieces = segmentPieces(network, from, to);
        expect(pieces[0].from).toBe(0);
        expect(pieces.at(-1)!.to).toBe(1);
        const at = (t: Rational) =>
          from.map((entry, i) =>
            addRational(
              rationalFromNumber(entry),
              multiplyRational(t, subtractRational(rationalFromNumber(to[i]), rationalFromNumber(entry))),
            ),
          );
        for (const [i, { exact, gates }] of pieces.entries()) {
          expect(compareRational(exact.from, exact.to)).toBe(-1);
          const middle = multiplyRational(addRational(exact.from, exact.to), rational(1, 2));
          const open = exactPreactivations(network, at(middle)).map((h) =>
            h.map(({ numerator }) => Number(numerator > 0n)).join(""),
          );
          expect(gates).toEqual(open);
          if (i === 0) continue;
          expect(exact.from).toEqual(pieces[i - 1].exact.to);
          expect(gates).not.toEqual(pieces[i - 1].gates);
          expect(
            exactPreactivations(network, at(exact.from))
              .flat()
              .some(({ numerator }) => numerator === 0n),
          ).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("of A_l and B_l separate different keys, and agree with the key at their middle", () => {
    const [teacher, student] = [randomNetwork([1, 4, 4, 1], { seed: 1 }), randomNetwork([1, 6, 6, 1], { seed: 2 })];
    for (const layer of [0, 1, 2]) {
      const pieces = coefficientPieces(teacher, student, layer, [-4], [4]);
      for (const [i, { from, to, key }] of pieces.entries()) {
        if (i > 0) expect(key).not.toBe(pieces[i - 1].key);
        expect(gateKey(teacher, student, [-4 + 8 * ((from + to) / 2)], layer)).toBe(key);
      }
    }
    expect(coefficientPieces(teacher, student, 2, [-4], [4])).toHaveLength(1);
  });

  it("are refused for ends that are the same or do not fit", () => {
    const network = randomNetwork([1, 2, 1], { seed: 1 });
    expect(errorOf(() => segmentPieces(network, [1], [1])).message).toMatch(/two ends/);
    expect(errorOf(() => segmentPieces(network, [1, 2], [1])).message).toMatch(/from/);
    for (const layer of [-1, 0.5, 2])
      expect(errorOf(() => coefficientPieces(network, network, layer, [0], [1])).message).toMatch(`layer = ${layer}`);
  });
});

describe("keys", () => {
  it("have the bits of the layers above, student first", () => {
    const [teacher, student] = [randomNetwork([2, 2, 3, 1], { seed: 1 }), randomNetwork([2, 4, 5, 1], { seed: 2 })];
    expect(gateKey(teacher, student, [1, 1], 0)).toMatch(/^[01]{4}\.[01]{5}\|[01]{2}\.[01]{3}$/);
    expect(gateKey(teacher, student, [1, 1], 1)).toMatch(/^[01]{5}\|[01]{3}$/);
    expect(gateKey(teacher, student, [1, 1], 2)).toBe("|");
    expect(errorOf(() => gateKey(teacher, student, [1, 1], 3)).message).toMatch(/layer = 3/);
  });

  it("are counted on a grid: as many cells as three lines in general position have", () => {
    const lines = reluNetwork([
      [
        [1, 0, 1],
        [0, 1, 1],
        [0, 0, -0.5],
      ],
      [[1], [1], [1], [0]],
    ]);
    const grid = Array.from({ length: 81 ** 2 }, (_, i) => [-2 + (i % 81) / 20, -2 + Math.floor(i / 81) / 20]);
    const counts = countRegions(lines, lines, 0, grid);
    expect(counts.size).toBe(7);
    expect([...counts.values()].reduce((a, b) => a + b, 0)).toBe(81 ** 2);
  });
});

describe("exact linear forms", () => {
  it("of one node give its zero to the last bit", () => {
    fc.assert(
      fc.property(weights(2), ([w, b]) => {
        const pieces = segmentPieces(
          reluNetwork([
            [[w], [b]],
            [[1], [0]],
          ]),
          [-8],
          [8],
        );
        const zero = -b / w;
        const inside = w !== 0 && Math.abs(zero) < 8;
        expect(pieces).toHaveLength(inside ? 2 : 1);
        if (inside) expect(pieces[0].to).toBeCloseTo((zero + 8) / 16, 15);
      }),
    );
  });
});
