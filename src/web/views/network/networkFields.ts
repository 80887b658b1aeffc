import { choiceField, flagField, numberField, textField, type ValuesOf } from "../../address/field.js";
import { type BackendName, backends } from "./backends.js";

export const networkFields = {
  activation: textField("tanh"),
  batch: numberField(8, { min: 2, max: 512, integer: true }),
  width: numberField(1000, { min: 16, max: 10_000, integer: true }),
  depth: numberField(50, { min: 5, max: 500, integer: true }),
  networks: numberField(200, { min: 1, max: 1e6, integer: true }),
  endless: flagField(false),
  backend: choiceField<BackendName>("wasm", backends),
  seed: numberField(1, { min: 0, max: Number.MAX_SAFE_INTEGER, integer: true }),
  epsilon: numberField(0, { min: 0, max: 1e12 }),
  gamma: numberField(1, { min: -1e6, max: 1e6 }),
  beta: numberField(0, { min: -1e6, max: 1e6 }),
};

export type NetworkValues = ValuesOf<typeof networkFields>;
