import type { Theorem } from "../../theorem.js";
import { affineNormalisation } from "./affineNormalisation.js";
import { backwardCancelled } from "./backwardCancelled.js";
import { batchOfThree } from "./batchOfThree.js";
import { batchOfTwo } from "./batchOfTwo.js";
import { collapse } from "./collapse.js";
import { collapseRelu } from "./collapseRelu.js";
import { criticalDegree } from "./criticalDegree.js";
import { criticalDegreeLimit } from "./criticalDegreeLimit.js";
import { epsilonFixedPoint } from "./epsilonFixedPoint.js";
import { epsilonForwardG } from "./epsilonForwardG.js";
import { epsilonRate } from "./epsilonRate.js";
import { firstUnstableBatch } from "./firstUnstableBatch.js";
import { forwardCancelled } from "./forwardCancelled.js";
import { hermiteRate } from "./hermiteRate.js";
import { isometryBound } from "./isometryBound.js";
import { largeBatchBound } from "./largeBatchBound.js";
import { largeBatchLimit } from "./largeBatchLimit.js";
import { largeBatchStability } from "./largeBatchStability.js";
import { perronRoot } from "./perronRoot.js";
import { polynomialRates } from "./polynomialRates.js";
import { rateAnyPhi } from "./rateAnyPhi.js";
import { rateCancelled } from "./rateCancelled.js";
import { residualGrowth } from "./residualGrowth.js";
import { residualRecursion } from "./residualRecursion.js";
import { stableActivations } from "./stableActivations.js";
import { uncentredLinear } from "./uncentredLinear.js";

/** Cancelled and extended forms. */
const forms: readonly Theorem[] = [
  rateAnyPhi,
  rateCancelled,
  ...forwardCancelled,
  ...backwardCancelled,
  perronRoot,
  ...polynomialRates,
  affineNormalisation,
];

/** Epsilon, and the collapse that it brings. */
const withEpsilon: readonly Theorem[] = [epsilonFixedPoint, epsilonRate, epsilonForwardG, collapse, collapseRelu];

/** Infinite batches. */
const largeBatches: readonly Theorem[] = [largeBatchLimit, largeBatchBound, hermiteRate, isometryBound];

/** Where the symmetric fixed point attracts. */
const stability: readonly Theorem[] = [
  criticalDegree,
  criticalDegreeLimit,
  firstUnstableBatch,
  stableActivations,
  largeBatchStability,
];

/** Other networks, and the smallest batches. */
const others: readonly Theorem[] = [residualRecursion, residualGrowth, uncentredLinear, batchOfTwo, batchOfThree];

export const beyond: readonly Theorem[] = Object.freeze([
  ...forms,
  ...withEpsilon,
  ...largeBatches,
  ...stability,
  ...others,
]);
