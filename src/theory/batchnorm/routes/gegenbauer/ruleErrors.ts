import { levelError } from "../../../../numeric/levelError.js";
import { zeros } from "../../../../numeric/zeros.js";
import { LINE, LINE_COUNT, type LineSamples, selfMoments } from "./lineMoments.js";

/**
 * Adds to the errors of `moments`, made from the finest of three nested rules, the error of the rule itself. For moments of
 * one sample it comes from the two coarser rules (see `levelError`). A pair E x1 y2 = sum x_k y_k P_k is wrong by at most
 * what the sums of squares E x^2 and E y^2 are, twice for safety, and where x has no constant part (f, the gradient) by
 * `largestPair` = max |P_k|, k >= 1, of that. Coarser series are never summed: one resolution is enough for a smooth psi.
 */
export function addRuleErrors(
  moments: number[],
  middle: LineSamples,
  coarse: LineSamples,
  odd: boolean,
  largestPair: number,
): void {
  const before = zeros(2 * LINE_COUNT);
  const earlier = zeros(2 * LINE_COUNT);
  selfMoments(middle, odd, before);
  selfMoments(coarse, odd, earlier);
  const rule = (index: number, scale: number) => {
    const error = levelError(moments[index], before[index], earlier[index], scale);
    moments[LINE_COUNT + index] += error;
    return error;
  };
  const size = Math.sqrt(moments[LINE.second]);
  rule(LINE.mean, size);
  rule(LINE.slope, size);
  rule(LINE.second, moments[LINE.second]);
  const f0 = rule(LINE.variance, moments[LINE.variance]);
  const f2 = f0 + rule(LINE.spread, Math.abs(moments[LINE.spread]) + moments[LINE.variance]);
  const d0 = rule(LINE.d0, moments[LINE.d0]);
  const d2 = rule(LINE.d2, moments[LINE.d2]);
  const d4 = rule(LINE.d4, moments[LINE.d4]);
  const pair = (index: number, error: number) => {
    moments[LINE_COUNT + index] += 2 * error;
  };
  pair(LINE.pair, largestPair * f0);
  pair(LINE.gradientPair, largestPair * d0);
  pair(LINE.pair11, f2);
  pair(LINE.pair20, f2);
  pair(LINE.g00, d0);
  pair(LINE.g11, d2);
  pair(LINE.g20, d0 + d4);
  pair(LINE.g22, d4);
  pair(LINE.g31, d2 + d4);
}
