/**
 * Colours that people with any kind of colour vision tell apart, in the manner of Okabe and Ito, made darker on white and lighter on black: each has a
 * contrast of 3 and more to its background. Tests hold them to that.
 */
import type { Colour } from "../../experiments/plot.js";

export interface Shades {
  readonly light: string;
  readonly dark: string;
}

export const background: Shades = { light: "#ffffff", dark: "#14171c" };
export const ink: Shades = { light: "#1b1f24", dark: "#e8eaed" };
export const muted: Shades = { light: "#6b7280", dark: "#9aa3af" };
export const grid: Shades = { light: "#e3e6ea", dark: "#2b3038" };

export const series: readonly Shades[] = [
  { light: "#0067a6", dark: "#4aa8e8" },
  { light: "#d55e00", dark: "#f58a3c" },
  { light: "#007a5a", dark: "#1fbf93" },
  { light: "#a8347e", dark: "#e08ac0" },
  { light: "#8a6d00", dark: "#e6c84f" },
  { light: "#5b3fd1", dark: "#a794ff" },
];

/** From strong to weak: blue over violet to orange; lightness alone orders them as well. */
const rampLight = ["#08306b", "#2a4fa3", "#7d66cc", "#bb5595", "#cf5a3c", "#c97a00"];
const rampDark = ["#3f8cff", "#7f93e8", "#b0a0c8", "#d4a0a0", "#f0a868", "#ffd060"];

const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

function between(stops: readonly string[], at: number): string {
  const place = Math.min(1, Math.max(0, at)) * (stops.length - 1);
  const low = Math.min(stops.length - 2, Math.floor(place));
  const [a, b] = [channels(stops[low]!), channels(stops[low + 1]!)];
  const mixed = a.map((value, k) => Math.round(value + (b[k]! - value) * (place - low)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

export function shadesOf(colour: Colour): Shades {
  if (colour === "ink") return ink;
  if (colour === "muted") return muted;
  if (typeof colour === "number") return series[colour % series.length]!;
  return { light: between(rampLight, colour.ramp), dark: between(rampDark, colour.ramp) };
}

/** The name of the colour's class in the style sheet. */
export function classOf(colour: Colour): string {
  if (typeof colour === "string") return colour;
  if (typeof colour === "number") return `s${colour % series.length}`;
  return `r${Math.round(Math.min(1, Math.max(0, colour.ramp)) * 1000)}`;
}
