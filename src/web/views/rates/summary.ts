/** What the numbers at the chosen batch size mean, in a sentence or two. */
import { showNumber } from "../../../render/number.js";
import type { RateResult } from "../../../theory/batchnorm/results/networkResult.js";
import { shortText } from "../../show/shortText.js";

const DIGITS = 4;

export function summaryOf({ activation, batch, rate, trainableDepth, stability }: RateResult): string {
  const where = `At batch size ${batch === Infinity ? "infinity" : batch} the squared gradient of ${shortText(activation)} networks`;
  if (rate.error === Infinity) return `${where} grows at a rate that is not known here.`;
  if (rate.value === Infinity) return `${where} has no finite expectation.`;
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
