import { htmlReport } from "../../../src/render/htmlReport/htmlReport.js";
import type { ReportData } from "../../../src/render/htmlReport/reportData.js";
import { activation as makeActivation } from "../../../src/symbolic/activation/create.js";
import { batchNorm } from "../../../src/theory/batchnorm/batchNorm.js";
import {
  type ActivationReport,
  followActivationReport,
} from "../../../src/theory/batchnorm/report/activationReport.js";

export interface Setting {
  readonly epsilon?: number;
  readonly gamma?: number;
  readonly beta?: number;
}

/** The theory of a report, to its end. */
export function theoryOf(text: string, batches: readonly number[], setting: Setting = {}): ActivationReport {
  const activation = makeActivation(text);
  const steps = followActivationReport(batches.map((batch) => batchNorm({ activation, batch, ...setting })));
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

export const dataOf = (text: string, batches: readonly number[], setting: Setting = {}): ReportData => ({
  ...theoryOf(text, batches, setting),
  ...{ asked: batches.length, simulation: null, interrupted: false },
  origin: { command: `theoria report ${text}`, version: "0.0.0" },
});

export const pageOf = (text: string, batches: readonly number[], setting: Setting = {}): string =>
  htmlReport(dataOf(text, batches, setting));
