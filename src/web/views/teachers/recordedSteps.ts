const RECORDS = 120;

/** 0, then denser at the beginning, where most happens, and the last one. */
export const recordedSteps = (last: number): readonly number[] => [
  ...new Set(Array.from({ length: RECORDS + 1 }, (_, k) => Math.round(last * (k / RECORDS) ** 2))),
];
