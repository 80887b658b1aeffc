import fc from "fast-check";

// a run of CI can be repeated: FAST_CHECK_SEED=<what it printed> npm test
const seed = process.env.FAST_CHECK_SEED;
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });
