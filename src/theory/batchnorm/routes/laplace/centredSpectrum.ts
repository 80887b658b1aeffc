import type { Matrix } from "ml-matrix";
import { centredCovariance } from "../../covariance/centredCovariance.js";
import { type CentredSpectrum, centredSpectrum as spectrumOf } from "../../covariance/spectrum.js";

/** The positive part of S = G sigma G, scaled to trace 1. */
export function centredSpectrum(sigma: Matrix): CentredSpectrum {
  const size = sigma.rows;
  return spectrumOf(centredCovariance(Float64Array.from(sigma.to1DArray()), size, size));
}
