import type { Kind } from "../../kind.js";
import { activationFacts } from "./activationFacts.js";
import { covarianceMap } from "./covarianceMap.js";
import { crossCovarianceMap } from "./crossCovarianceMap.js";
import { dynamics } from "./dynamics.js";
import { gaussianProcess } from "./gaussianProcess.js";
import { gaussianProcessKernel } from "./gaussianProcessKernel.js";
import { gegenbauer } from "./gegenbauer.js";
import { kernel } from "./kernel.js";
import { rate } from "./rate.js";
import { residualGrowth } from "./residualGrowth.js";
import { spectrum } from "./spectrum.js";
import { transition } from "./transition.js";

export const batchnorm: readonly Kind[] = [
  rate,
  spectrum,
  gegenbauer,
  kernel,
  transition,
  covarianceMap,
  crossCovarianceMap,
  dynamics,
  residualGrowth,
  gaussianProcessKernel,
  gaussianProcess,
  activationFacts,
];
