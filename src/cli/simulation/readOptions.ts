/** What the options of `theoria simulate` mean. */
import type { Elementwise } from "../../simulation/elementwise/program.js";
import type { NetworkOptions } from "../../simulation/network.js";
import { parseNumberList, readNumber } from "../numberList.js";
import { badValue, UsageError } from "../usageError.js";
import type { SimulateOptions } from "./simulateOptions.js";

/** A number in decimal notation; whether it lies in its domain, the simulator says. */
function numberOf(option: string, text: string): number {
  const value = readNumber(text);
  if (value === null) throw badValue(option, text, "a number", "Write it in decimal notation, such as 0.5 or 1e-5.");
  return value;
}

function integerOf(option: string, text: string, low: number, high: number): number {
  const value = readNumber(text);
  if (value === null || !Number.isInteger(value) || value < low || value > high) {
    throw badValue(option, text, `an integer from ${low} to ${high}`, "Choose one in that range.");
  }
  return value;
}

const MAX_WIDTHS = 8;

/** Widths in ascending order. */
export function widthsOf(options: SimulateOptions): readonly number[] {
  const rules = { option: "--width", domain: "widths: integers from 1 to 1e6", example: "500,1000", integer: true };
  const widths = [...new Set(parseNumberList(options.width, rules))].sort((a, b) => a - b);
  if (widths.length > MAX_WIDTHS) {
    throw badValue("--width", options.width, `at most ${MAX_WIDTHS} widths`, "Two or three show the 1/N law.");
  }
  if (widths.length > 1 && options.out !== undefined) {
    throw new UsageError("--out holds the run of one width: give one --width, and one file for each.");
  }
  return widths;
}

/** The indices of the samples to draw. The k-th width has samples of its own: a fit over the widths takes them to be independent. */
export function indicesOf(options: SimulateOptions, k = 0): readonly number[] {
  const samples = integerOf("--samples", options.samples, 1, 1e7);
  const match = /^(\d{1,6})\/(\d{1,6})$/.exec(options.shard);
  const [first, step] = [Number(match?.[1]), Number(match?.[2])];
  if (match === null || !(first >= 1 && first <= step)) {
    throw badValue(
      "--shard",
      options.shard,
      "i/n with whole numbers, 1 <= i <= n < 1000000",
      "--shard 2/4 draws every fourth network, from the second on.",
    );
  }
  const count = Math.ceil((samples - first + 1) / step);
  if (count < 1) {
    throw badValue("--shard", options.shard, `at most as many shards as samples, ${samples}`, "Use fewer shards.");
  }
  return Array.from({ length: count }, (_, place) => k * samples + first - 1 + place * step);
}

export function seedOf(options: SimulateOptions): number {
  return integerOf("--seed", options.seed, 0, Number.MAX_SAFE_INTEGER);
}

export function threadsOf(options: SimulateOptions, cores: number): number {
  return options.threads === undefined ? cores : integerOf("--threads", options.threads, 1, 256);
}

export function networkOf(options: SimulateOptions, activation: Elementwise, width: number): NetworkOptions {
  return {
    activation,
    width,
    batch: numberOf("--batch", options.batch),
    batches: numberOf("--batches", options.batches),
    depth: numberOf("--depth", options.depth),
    epsilon: numberOf("--epsilon", options.epsilon),
    gamma: numberOf("--gamma", options.gamma),
    beta: numberOf("--beta", options.beta),
    weightVariance: numberOf("--weight-variance", options.weightVariance),
    centred: options.uncentred !== true,
    residual: options.residual === true,
  };
}
