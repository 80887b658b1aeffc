import { figure3 } from "./alignment/figure3.js";
import { figure7 } from "./alignment/figure7.js";
import { figure8 } from "./alignment/figure8.js";
import { figure9 } from "./alignment/figure9.js";
import { figure10 } from "./alignment/figure10.js";
import { figure11 } from "./alignment/figure11.js";
import { figure12 } from "./alignment/figure12.js";
import { figure13 } from "./alignment/figure13.js";
import { neurons1d } from "./alignment/neurons1d.js";
import { batchnormFigures } from "./batchnorm/batchnormFigures.js";
import type { Experiment } from "./experiment.js";
import { gatingFigures } from "./gating/gatingFigures.js";
import { disentanglement } from "./ladder/disentanglement.js";
import { assumptions } from "./landscape/assumptions.js";
import { dysonDensity } from "./landscape/dysonDensity.js";
import { expectedHessian } from "./landscape/expectedHessian.js";
import { hessianSpectrum } from "./landscape/hessianSpectrum.js";

/** All experiments, in the order of the papers. */
export const experiments: readonly Experiment[] = Object.freeze([
  ...batchnormFigures,
  figure3,
  figure7,
  figure8,
  figure9,
  figure10,
  figure11,
  figure12,
  figure13,
  neurons1d,
  disentanglement,
  hessianSpectrum,
  expectedHessian,
  dysonDensity,
  assumptions,
  ...gatingFigures,
]);
