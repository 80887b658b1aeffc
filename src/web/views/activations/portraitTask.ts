/** What is known about an activation, what it looks like, and which methods compute its rates. */
import { activation } from "../../../symbolic/activation/create.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { type ActivationPortrait, activationPortrait } from "../../../theory/batchnorm/report/activationPortrait.js";
import type { Setting } from "../rates/setting.js";

export interface PortraitQuestion extends Setting {
  readonly activation: string;
  readonly batches: readonly number[];
}

export interface PortraitAnswer {
  readonly portrait: ActivationPortrait;
  /** What is chosen at each batch size. */
  readonly routes: readonly { readonly batch: number; readonly method: string }[];
}

/** @throws TheoryError as `activation` and `batchNorm` do. */
export function portraitTask({ activation: text, batches, ...setting }: PortraitQuestion): PortraitAnswer {
  const phi = activation(text);
  return {
    portrait: activationPortrait(phi),
    routes: batches.map((batch) => ({ batch, method: batchNorm({ activation: phi, batch, ...setting }).method })),
  };
}
