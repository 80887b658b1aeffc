import { choiceField, numberField, textField, type ValuesOf } from "../../address/field.js";
import {
  type CircleNetwork,
  type Frequencies,
  frequencyChoices,
  type NetworkKind,
  networkKinds,
} from "./circleNetwork.js";
import { type KernelName, kernelNames } from "./kernelNames.js";

export const MOST_WIDTH = 16;
export const MOST_DEPTH = 5;
export const MOST_EPOCHS = 3000;

/** What the address of the view says. */
export const gatesFields = {
  network: choiceField<NetworkKind>("dlgn", networkKinds),
  beside: choiceField<NetworkKind | "none">("dlgn-fixed", ["none", ...networkKinds]),
  beta: numberField(4, { min: 1e-3, max: 1e6 }),
  width: numberField(16, { min: 1, max: MOST_WIDTH, integer: true }),
  depth: numberField(5, { min: 1, max: MOST_DEPTH, integer: true }),
  target: choiceField<Frequencies>("slow on top", frequencyChoices),
  epochs: numberField(200, { min: 1, max: MOST_EPOCHS, integer: true }),
  seed: numberField(1, { min: 0, max: Number.MAX_SAFE_INTEGER, integer: true }),
  /** That is looked at; Infinity: the last one. */
  epoch: numberField(Infinity, { min: 0, max: Infinity, integer: true }),
  kernel: choiceField<KernelName>("overlap", kernelNames),
  /** In units of pi. */
  angle: numberField(0.25, { min: 0, max: 2 }),
  /** As "3-1-7"; "": the strongest one at that angle. */
  path: textField(""),
};

export type GatesValues = ValuesOf<typeof gatesFields>;

/** One network, or two. */
export function networksOf({ network, beside, beta, width, depth, target }: GatesValues): readonly CircleNetwork[] {
  const kinds = beside === "none" || beside === network ? [network] : [network, beside];
  return kinds.map((kind) => ({ kind, beta, width, depth, frequencies: target }));
}
