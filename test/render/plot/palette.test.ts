import { expect, test } from "vitest";
import { background, ink, muted, series, shadesOf } from "../../../src/render/plot/palette.js";

type Rgb = readonly [number, number, number];

/** Linear light of sRGB. */
const linear = (hex: string): Rgb =>
  [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;

const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** WCAG 2: (L1 + 0.05)/(L2 + 0.05). */
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(linear(a)), luminance(linear(b))].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Machado, Oliveira and Fernandes (2009), severity 1. */
const visions: Readonly<Record<string, readonly Rgb[]>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

/** CIE L*a*b* with D65. */
function lab(rgb: Rgb): Rgb {
  const [r, g, b] = rgb.map((value) => Math.min(1, Math.max(0, value))) as unknown as Rgb;
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (t * (24389 / 27) + 16) / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function difference(a: string, b: string, vision: readonly Rgb[]): number {
  const [p, q] = [a, b].map((hex) =>
    lab(vision.map((row) => row.reduce((sum, w, k) => sum + w * linear(hex)[k]!, 0)) as unknown as Rgb),
  );
  return Math.hypot(...p!.map((value, k) => value - q![k]!));
}

test.each(["light", "dark"] as const)("every colour stands out from the %s background", (scheme) => {
  for (const colour of [ink, muted, ...series]) expect(contrast(colour[scheme], background[scheme])).toBeGreaterThan(3);
  for (const text of [ink, muted]) expect(contrast(text[scheme], background[scheme])).toBeGreaterThan(4.5);
  for (let k = 0; k <= 20; k++) {
    expect(contrast(shadesOf({ ramp: k / 20 })[scheme], background[scheme])).toBeGreaterThan(3);
  }
});

test.each(Object.keys(visions))("four lines are told apart with %s vision", (name) => {
  for (const scheme of ["light", "dark"] as const) {
    const colours = series.slice(0, 4).map((shades) => shades[scheme]);
    for (const [k, a] of colours.entries()) {
      // 10 is about four times what is just noticed side by side
      for (const b of colours.slice(0, k)) expect(difference(a, b, visions[name]!), `${a} ${b}`).toBeGreaterThan(10);
    }
  }
});

test.each(Object.keys(visions))("the ends and the middle of the ramp are told apart with %s vision", (name) => {
  for (const scheme of ["light", "dark"] as const) {
    const [a, b, c] = [0, 0.5, 1].map((ramp) => shadesOf({ ramp })[scheme]) as [string, string, string];
    for (const [p, q] of [
      [a, b],
      [b, c],
      [a, c],
    ] as const)
      expect(difference(p, q, visions[name]!), `${p} ${q}`).toBeGreaterThan(20);
  }
});

test("colours beyond the list begin anew", () => {
  expect(shadesOf(series.length)).toBe(series[0]);
});
