import type { Theorem } from "../../theorem.js";
import { absoluteValue } from "./absoluteValue.js";
import { argmaxProbability } from "./argmaxProbability.js";
import { definition4 } from "./definition4.js";
import { definition4Density } from "./definition4Density.js";
import { definition4Gap } from "./definition4Gap.js";
import { definition4Mixture } from "./definition4Mixture.js";
import { definition5 } from "./definition5.js";
import { heaviside } from "./heaviside.js";
import { indicatorEntropy } from "./indicatorEntropy.js";
import { mostLikelyValue } from "./mostLikelyValue.js";
import { printedPosterior } from "./printedPosterior.js";
import { sigmoid } from "./sigmoid.js";
import { sign } from "./sign.js";
import { swish } from "./swish.js";
import { tanh } from "./tanh.js";
import { unitsIndependent } from "./unitsIndependent.js";
import { xTanhX } from "./xTanhX.js";

export const activations: readonly Theorem[] = Object.freeze([
  mostLikelyValue,
  unitsIndependent,
  definition4,
  printedPosterior,
  definition4Mixture,
  definition4Gap,
  definition4Density,
  definition5,
  swish,
  heaviside,
  sigmoid,
  absoluteValue,
  xTanhX,
  sign,
  tanh,
  argmaxProbability,
  indicatorEntropy,
]);
