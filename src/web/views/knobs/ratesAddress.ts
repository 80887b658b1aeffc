import type { RateResult } from "../../../theory/batchnorm/results/networkResult.js";
import type { Address } from "../../address/address.js";
import { withFields } from "../../address/readFields.js";
import { ratesFields } from "../rates/ratesFields.js";

/** Where the view Rates shows this network. */
export const ratesAddress = ({ activation, batch, epsilon, gamma, beta, weightVariance }: RateResult): Address =>
  withFields({ view: "rates", fields: new Map() }, ratesFields, {
    ...{ activation: [activation], batch, epsilon, gamma, beta, variance: weightVariance },
  });
