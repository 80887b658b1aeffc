/** What a batch may begin with. */
export const startKinds = ["random", "samples", "covariance"] as const;
export type StartKind = (typeof startKinds)[number];
