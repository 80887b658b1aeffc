/** What the numbers at the chosen batch size mean, in a sentence or two. */
import { showNumber } from "../../../render/number.js";
import type { RateResult } from "../../../theory/batchnorm/results/networkResult.js";
import { shortText } from "../../show/shortText.js";

const DIGITS = 4;
/** Of the rate: a larger error leaves fewer digits than are shown. */
const LARGEST_ERROR = 1e-3;

export function summaryOf({ activation, batch, rate, trainableDepth, stability }: RateResult): string {
  const where = `At batch size ${batch === Infinity ? "infinity" : batch} the squared gradient of ${shortText(activation)} networks`;
  if (rate.error === Infinity) return `${where} grows at a rate that is not known here.`;
  if (rate.value === Infinity) return `${where} has no finite expectation.`;
  if (rate.error > LARGEST_ERROR * Math.abs(rate.value))
    return `${where} grows at a rate that is known only to ± ${showNumber(rate.error, 1)} here: the table shows what is known of it.`;
  const grows = rate.value > 1 ? "grows" : rate.value < 1 ? "shrinks" : "keeps its size";
  const factor = rate.value === 1 ? "" : ` by a factor of ${showNumber(rate.value, DIGITS)} a layer`;
  const depth =
    rate.value > 1
      ? `: up to about ${showNumber(trainableDepth, trainableDepth < 1000 ? 3 : 2)} layers can be trained`
      : "";
  const left =
    stability.verdict === "unstable"
      ? " They leave this state, though: BSB1 is unstable, and the table's row is not what they show."
      : "";
  return `${where} ${grows}${factor}, from the output to the input${depth}.${left}`;
}
