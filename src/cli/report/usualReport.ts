/** What the options of `theoria report` that change the page are where they are not given, in the order in which the page names them. */
export const usualReport = {
  batch: "8,64,512",
  epsilon: "0",
  gamma: "1",
  beta: "0",
  weightVariance: "1",
  tolerance: "1e-10",
  width: "1000",
  depth: "50",
  samples: "20",
  seed: "1",
} as const;
