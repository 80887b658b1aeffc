import { showNumber } from "../../../render/number.js";
import type { RateResult } from "../../../theory/batchnorm/results/networkResult.js";
import { estimateText } from "../../show/estimateText.js";
import type { Knob } from "./knob.js";

const DIGITS = 4;

/** "epsilon 0.1, gamma 1: rate 1.19 ± 8e-15, trainable depth 90, largest forward eigenvalue 0.5, stable". */
export function knobHint(result: RateResult, turned: readonly Knob[]): string {
  const { rate, trainableDepth, stability } = result;
  const where = turned.map((knob) => `${knob} ${showNumber(result[knob], DIGITS)}`).join(", ");
  const depth =
    rate.value > 1 && Number.isFinite(rate.value) ? `, trainable depth ${showNumber(trainableDepth, DIGITS)}` : "";
  const { forwardMax, verdict } = stability;
  return `${where}: rate ${estimateText(rate)}${depth}, largest forward eigenvalue ${estimateText(forwardMax)}, ${verdict}`;
}
