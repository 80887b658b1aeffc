import { describe, expect, it } from "vitest";
import { type Counter, philox } from "../../../src/numeric/random/philox.js";
import { portableExp } from "../../../src/numeric/random/portableExp.js";
import { portableLog } from "../../../src/numeric/random/portableLog.js";
import { streamState } from "../../../src/numeric/random/streamState.js";
import { Xoshiro256 } from "../../../src/numeric/random/xoshiro256.js";
import { ziggurat, zigguratEdge } from "../../../src/numeric/random/ziggurat.js";
import { binomialScore, upperTail } from "./support/goodnessOfFit.js";

describe("philox", () => {
  const ones = 0xffffffff;
  // the known answers that its authors publish (Random123, kat_vectors)
  it.each<[Counter, [number, number], Counter]>([
    [
      [0, 0, 0, 0],
      [0, 0],
      [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
    ],
    [
      [ones, ones, ones, ones],
      [ones, ones],
      [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
    ],
    [
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
    ],
  ])("maps %o under %o to the published answer", (counter, key, answer) => {
    expect(philox(counter, key)).toEqual(answer);
  });

  it("changes half of the state's bits when one bit of the key changes", () => {
    const n = 400;
    for (const [name, bits] of [
      ["seed", 53],
      ["sample", 32],
      ["draw", 32],
    ] as const) {
      for (let bit = 0; bit < bits; bit += 1) {
        let changed = 0;
        for (let i = 0; i < n; i++) {
          const key = { seed: 3 * i, sample: 5 * i, draw: i };
          const flipped = Number(BigInt(key[name]) ^ (1n << BigInt(bit)));
          const [left, right] = [streamState(key), streamState({ ...key, [name]: flipped })];
          for (let k = 0; k < 8; k++) for (let x = left[k]! ^ right[k]!; x !== 0; x &= x - 1) changed += 1;
        }
        // 117 scores: beyond 5 once in 15 000 runs
        expect(Math.abs(binomialScore(changed, 256 * n, 0.5)), `${name}, bit ${bit}`).toBeLessThan(5);
      }
    }
  });
});

describe("Xoshiro256", () => {
  it("steps as the definition in 64-bit integers does", () => {
    const state = Int32Array.from([1, -2, 3, 4, -5, 6, 7, -8]);
    const generator = new Xoshiro256(state);
    const join = (high: number, low: number) => (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
    const s = [0, 2, 4, 6].map((i) => join(state[i + 1]!, state[i]!)) as [bigint, bigint, bigint, bigint];
    const wrap = (x: bigint) => BigInt.asUintN(64, x);
    const rotate = (x: bigint, by: bigint) => wrap((x << by) | (x >> (64n - by)));
    for (let i = 0; i < 20_000; i++) {
      const drawn = wrap(rotate(wrap(s[0] + s[3]), 23n) + s[0]);
      const shifted = wrap(s[1] << 17n);
      s[2] ^= s[0];
      s[3] ^= s[1];
      s[1] ^= s[2];
      s[0] ^= s[3];
      s[2] ^= shifted;
      s[3] = rotate(s[3], 45n);
      generator.step();
      if (join(generator.high, generator.low) !== drawn) expect.fail(`step ${i} differs`);
    }
  });

  it("sets each of its 64 bits, and each pair of neighbours, as often as a fair coin", () => {
    const n = 400_000;
    const generator = new Xoshiro256(streamState({ seed: 3, sample: 1, draw: 4 }));
    const [set, alike] = [new Float64Array(64), new Float64Array(64)];
    for (let i = 0; i < n; i++) {
      generator.step();
      for (let bit = 0; bit < 64; bit++) {
        const value = bitOf(generator, bit);
        set[bit]! += value;
        if (value === bitOf(generator, (bit + 1) % 64)) alike[bit]! += 1;
      }
    }
    for (const count of [...set, ...alike]) expect(Math.abs(binomialScore(count, n, 0.5))).toBeLessThan(4.5);

    function bitOf({ high, low }: Xoshiro256, bit: number): number {
      return ((bit < 32 ? low : high) >>> (bit % 32)) & 1;
    }
  });

  it("refuses a state that it cannot leave", () => {
    expect(() => new Xoshiro256(new Int32Array(8))).toThrow(RangeError);
    expect(() => new Xoshiro256(new Int32Array(4).fill(1))).toThrow(RangeError);
  });
});

describe("the portable exponential and logarithm", () => {
  it("agree with the engine's to two units in the last place", () => {
    for (let i = 0; i <= 200_000; i++) {
      const [x, u] = [-i / 10_000, (i + 0.5) / 200_001];
      if (Math.abs(portableExp(x) / Math.exp(x) - 1) > 4.5e-16) expect.fail(`exp(${x})`);
      if (Math.abs(portableLog(u) / Math.log(u) - 1) > 4.5e-16) expect.fail(`log(${u})`);
    }
  });

  it.each([0, -1, -700])("exp(%f)", (x) => {
    expect(Math.abs(portableExp(x) / Math.exp(x) - 1)).toBeLessThan(4.5e-16);
  });

  it.each([1, 1 - 2 ** -53, 0.5, 2 ** -53, 2 ** -52, 1.5, 3e5, 1e300, 5e-324])("log(%d)", (x) => {
    expect(portableLog(x) === 0 ? 0 : portableLog(x) / Math.log(x) - 1).toBeCloseTo(0, 15);
  });
});

describe("ziggurat", () => {
  const { scale, inside, density } = ziggurat();
  const edges = [...scale].map((value) => value * 2 ** 53);
  const base = zigguratEdge * Math.exp(-0.5 * zigguratEdge ** 2) + Math.sqrt(2 * Math.PI) * upperTail(zigguratEdge);

  it("has layers of equal area up to the top", () => {
    expect(edges[0]! * density[0]!).toBeCloseTo(base, 16);
    for (let i = 1; i < 256; i++) expect(edges[i]! * (density[i + 1]! - density[i]!) - base).toBeCloseTo(0, 14);
    expect(256 * base).toBeGreaterThan(Math.sqrt(Math.PI / 2));
  });

  it("has the density at each edge, and accepts what lies inside the next layer", () => {
    for (let i = 1; i < 256; i++) expect(density[i]! / Math.exp(-0.5 * edges[i]! ** 2) - 1).toBeCloseTo(0, 14);
    for (let i = 0; i < 255; i++) expect((inside[i]! * scale[i]!) / edges[i + 1]! - 1).toBeCloseTo(0, 14);
    expect(inside[255]).toBe(0);
  });
});
