/** The parameters besides activation and batch size, in words: only those that are not usual. */
import { showNumber } from "../number.js";

export interface Setting {
  readonly epsilon: number;
  readonly gamma: number;
  readonly beta: number;
  readonly weightVariance: number;
}

export const batchText = (batch: number): string => (batch === Infinity ? "∞" : showNumber(batch));

const usual: readonly (readonly [keyof Setting, string, number])[] = [
  ["epsilon", "epsilon", 0],
  ["gamma", "gamma", 1],
  ["beta", "beta", 0],
  ["weightVariance", "weight variance", 1],
];

/** "epsilon 0.001, gamma 2"; "" where all are usual. */
export const settingText = (setting: Setting): string =>
  usual
    .filter(([name, , standard]) => setting[name] !== standard)
    .map(([name, title]) => `${title} ${showNumber(setting[name], 6)}`)
    .join(", ");

export const isUsual = (setting: Setting): boolean => settingText(setting) === "";

/** "batch size 8, epsilon 0.001". */
export function networkText(network: Setting & { readonly batch: number }): string {
  const rest = settingText(network);
  return `batch size ${batchText(network.batch)}${rest === "" ? "" : `, ${rest}`}`;
}

export const sameSetting = (a: Setting, b: Setting): boolean => usual.every(([name]) => a[name] === b[name]);
