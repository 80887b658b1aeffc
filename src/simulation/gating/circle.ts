/**
 * The circle data set and the networks that are trained on it: the target varies slowly on one half of the unit circle and fast
 * on the other. The paper (Lorik et al. 2024, section 4, Fig 2) prints no formula; frequencies 2 and 8 are ours, and give
 * the loss of 0.5 that it starts from.
 */
import { assertInteger, domainError } from "../../numeric/domain.js";
import { assertKeys, show } from "../validOptions.js";
import type { GatedModel, GatedSamples, GatedSettings } from "./settings.js";
import { validGatedSettings } from "./validSettings.js";

export interface CircleOptions {
  /** Points at equal angles t = 2 pi (k + 1/2)/points, k = 0, 1, ...; default 400. Even: half of them lie on top. */
  readonly points?: number;
  /**
   * y = sin(f t) with frequency f on top (0 < t < pi) and below. "slow on top": 2 and 8 (default). Controls: "swapped", 8 and
   * 2; "equal", 8 and 8.
   */
  readonly frequencies?: "slow on top" | "swapped" | "equal";
}

const pairs = Object.freeze({ "slow on top": [2, 8], swapped: [8, 2], equal: [8, 8] } as const);

/** Points in the order of their angles: the first half is the top. @throws TheoryError "domain" */
export function circle(options: CircleOptions = {}): GatedSamples & { readonly targets: Float32Array } {
  assertKeys("options", options, ["points", "frequencies"]);
  const { points = 400, frequencies = "slow on top" } = options;
  assertInteger("points", points, 2, 1e6);
  if (points % 2 !== 0) throw domainError("points", points, "an even number", "Each half gets as many as the other.");
  const pair = Object.hasOwn(pairs, frequencies) ? pairs[frequencies] : undefined;
  if (pair === undefined) {
    throw domainError("frequencies", show(frequencies), Object.keys(pairs).join(", "), "Pass one of these.");
  }
  const inputs = new Float32Array(2 * points);
  const targets = new Float32Array(points);
  for (let k = 0; k < points; k++) {
    const angle = (2 * Math.PI * (k + 0.5)) / points;
    inputs.set([Math.cos(angle), Math.sin(angle)], 2 * k);
    targets[k] = Math.sin(pair[angle < Math.PI ? 0 : 1] * angle);
  }
  return { inputs, targets };
}

export interface CircleSettingsOptions {
  /** Of a DLGN: default 4. */
  readonly beta?: number | "hard";
  /** Default false. */
  readonly fixed?: boolean;
  /** Default 300. */
  readonly epochs?: number;
  /** Default: 0, 3, 200 and the last one. */
  readonly checkpoints?: readonly number[];
}

/**
 * Five hidden layers of 16 nodes without biases, Adam with rate 0.01, ten batches an epoch (Lorik et al. 2024, section 4).
 * @throws TheoryError "domain" for options that cannot be trained.
 */
export function circleSettings(model: GatedModel, options: CircleSettingsOptions = {}): GatedSettings {
  assertKeys("options", options, ["beta", "fixed", "epochs", "checkpoints"]);
  const { beta = 4, fixed = false, epochs = 300 } = options;
  const usual = [0, 3, 200].filter((epoch) => epoch < epochs);
  return validGatedSettings({
    model,
    inputs: 2,
    hidden: [16, 16, 16, 16, 16],
    outputs: 1,
    bias: false,
    gates: model === "dlgn" || model === "dlgn-pwc" ? { beta, fixed } : null,
    loss: "mse",
    adam: { rate: 0.01 },
    batches: { count: 10 },
    epochs,
    checkpoints: options.checkpoints ?? [...usual, epochs],
  });
}
