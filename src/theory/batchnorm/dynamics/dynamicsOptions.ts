export interface DynamicsOptions {
  /** "random": independent Gaussian inputs (default); "bsb1": the symmetric fixed point itself; or a B x B covariance. */
  readonly start?: "random" | "bsb1" | readonly (readonly number[])[] | undefined;
  /** Integer >= 0 that fixes the network's noise. Default 1. */
  readonly seed?: number | undefined;
  /** Layers at most. Default 400. */
  readonly steps?: number | undefined;
  /** Width of the network whose path is followed. Default 1000. */
  readonly width?: number | undefined;
  /** Checked between layers; an aborted run returns what it has, "undecided". */
  readonly signal?: { readonly aborted: boolean } | undefined;
}
