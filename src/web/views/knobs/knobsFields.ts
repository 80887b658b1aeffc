import { choiceField, numberField, textField, type ValuesOf } from "../../address/field.js";
import { settingFields } from "../rates/setting.js";
import { type Knob, type KnobAxis, knobRange, knobs } from "./knob.js";
import { knobQuantities } from "./knobQuantity.js";

/** Steps of the finest grid; its places are one more. */
export const sizes = ["8", "16", "32", "64"] as const;
/** Steps along one knob alone. */
const CUT = 64;

const ends = (knob: Knob) => {
  const { from, to, min, max } = knobRange[knob];
  const range = { min, max, integer: knob === "batch" };
  return [numberField(from, range), numberField(to, range)] as const;
};
const [epsilonFrom, epsilonTo] = ends("epsilon");
const [gammaFrom, gammaTo] = ends("gamma");
const [betaFrom, betaTo] = ends("beta");
const [batchFrom, batchTo] = ends("batch");

/** What the address of the view says. */
export const knobsFields = {
  activation: textField("tanh"),
  x: choiceField("epsilon", knobs),
  y: choiceField("gamma", [...knobs, "none"]),
  quantity: choiceField("trainable-depth", knobQuantities),
  size: choiceField("16", sizes),
  batch: numberField(knobRange.batch.usual, { min: 4, max: 1e6, integer: true }),
  ...settingFields,
  ...{ epsilonFrom, epsilonTo, gammaFrom, gammaTo, betaFrom, betaTo, batchFrom, batchTo },
};

export type KnobsFields = ValuesOf<typeof knobsFields>;

/** The axis of a knob; the steps of a cut are finer. */
export function axisOf(values: KnobsFields, knob: Knob): KnobAxis {
  const [from, to] = [values[`${knob}From`], values[`${knob}To`]];
  return { knob, from, to, steps: values.y === "none" ? CUT : Number(values.size) };
}

/** Why there can be no picture; "" where there can. */
export function axisProblem(values: KnobsFields): string {
  const { x, y } = values;
  if (x === y) return `Both axes are ${x}: choose another one.`;
  const wrong = [x, ...(y === "none" ? [] : [y])].find((knob) => !(values[`${knob}From`] < values[`${knob}To`]));
  return wrong === undefined ? "" : `The range of ${wrong} does not increase: put its lower end first.`;
}
