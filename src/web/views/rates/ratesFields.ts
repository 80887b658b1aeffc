import type { ValuesOf } from "../../address/field.js";
import { choiceField, numberField } from "../../address/field.js";
import { activationsField } from "../../controls/activationsField.js";
import { batchRange } from "./curveBatches.js";
import { quantities } from "./quantity.js";
import { settingFields } from "./setting.js";

/** Activations at most. */
export const MOST = 12;

/** What the address of the view says. */
export const ratesFields = {
  activation: activationsField(["tanh", "relu", "gelu"], MOST),
  batch: numberField(64, { min: batchRange[0], max: batchRange[1], integer: true }),
  quantity: choiceField("rate", quantities),
  ...settingFields,
  seed: numberField(1, { min: 0, max: Number.MAX_SAFE_INTEGER, integer: true }),
};

export type RatesFields = ValuesOf<typeof ratesFields>;
