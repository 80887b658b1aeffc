import { domainError } from "../../numeric/domain.js";
import { logMeanOf } from "./logMean.js";
import { meanOf, varianceOf } from "./mean.js";
import { studentQuantile } from "./studentQuantile.js";

export interface SampleSizeOptions {
  /** Of the pilot numbers: their mean, or ln of the mean of exp. Default "mean". */
  readonly average?: "mean" | "logMean";
}

export interface PowerOptions extends SampleSizeOptions {
  /** Probability of an alarm without an effect, two-sided. Default 0.05. */
  readonly alpha?: number;
  /** Probability of an alarm with it, in [1/2, 1). Default 0.9. */
  readonly power?: number;
}

/**
 * How many samples bring the standard error down to `wanted`, from a pilot run: (s/wanted)^2, s the standard deviation
 * of one sample (of exp(x)/mean, the delta method, for a log mean). From m pilot samples of a Gaussian the answer is
 * uncertain by a factor 1 +- sqrt(2/(m-1)).
 *
 * @throws TheoryError "domain" for fewer than two pilot samples or `wanted` not above 0.
 */
export function sampleSize(pilot: ArrayLike<number>, wanted: number, options: SampleSizeOptions = {}): number {
  if (!(wanted > 0)) throw domainError("wanted", wanted, "a number above 0", "Ask for a positive standard error.");
  if (pilot.length < 2) throw domainError("pilot", pilot.length, "at least two samples", "Simulate more networks.");
  return Math.max(2, Math.ceil((deviation(pilot, options) / wanted) ** 2));
}

/**
 * How many samples a two-sided Gaussian test needs to see a difference `effect`: ((z_alpha + z_power) s / effect)^2.
 *
 * @throws TheoryError "domain" as sampleSize, and for alpha or power outside their domains.
 */
export function sampleSizeForPower(pilot: ArrayLike<number>, effect: number, options: PowerOptions = {}): number {
  const { alpha = 0.05, power = 0.9 } = options;
  if (!(power >= 0.5 && power < 1)) throw domainError("power", power, "a number in [1/2, 1)", "0.9 is usual.");
  if (!(effect > 0)) throw domainError("effect", effect, "a number above 0", "Give the size of the difference.");
  const gaussian = (tail: number) => (tail === 1 ? 0 : studentQuantile(tail, Number.POSITIVE_INFINITY));
  return sampleSize(pilot, effect / (gaussian(alpha) + gaussian(2 * (1 - power))), options);
}

/** Standard deviation that one sample contributes to the average. */
function deviation(pilot: ArrayLike<number>, { average = "mean" }: SampleSizeOptions): number {
  if (average === "mean") return Math.sqrt(varianceOf(pilot, meanOf(pilot).value));
  const { value } = logMeanOf(pilot);
  const influence = Array.from(pilot, (x) => Math.exp(x - value));
  return Math.sqrt(varianceOf(influence, 1));
}
