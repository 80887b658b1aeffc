import type { Theorem } from "../../theorem.js";
import { constantExperts } from "./constantExperts.js";
import { meanOutput } from "./meanOutput.js";
import { meanTangent } from "./meanTangent.js";
import { overlapDefinite } from "./overlapDefinite.js";
import { overlapKernel } from "./overlapKernel.js";
import { reluCones } from "./reluCones.js";
import { strictSilent } from "./strictSilent.js";
import { tangentGates } from "./tangentGates.js";
import { tangentKernel } from "./tangentKernel.js";
import { traceNormalised } from "./traceNormalised.js";

/** The overlap kernel and the tangent kernels. */
export const kernels: readonly Theorem[] = Object.freeze([
  overlapKernel,
  strictSilent,
  overlapDefinite,
  traceNormalised,
  constantExperts,
  meanOutput,
  reluCones,
  tangentKernel,
  tangentGates,
  meanTangent,
]);
