/** The options of `theoria report`, as they were typed. */
export interface ReportOptions {
  readonly batch: string;
  readonly epsilon: string;
  readonly gamma: string;
  readonly beta: string;
  readonly weightVariance: string;
  readonly tolerance: string;
  readonly width: string;
  readonly depth: string;
  readonly samples: string;
  readonly seed: string;
  /** False after --no-simulation. */
  readonly simulation: boolean;
  readonly threads?: string;
  readonly out?: string;
  readonly force?: true;
  readonly quiet?: true;
}
