import type { Finished, Variant } from "./experiment.js";

/** The results of each variant, in the order of the variants; those without a result are left out. */
export function byVariant<R>(
  finished: readonly Finished<R>[],
  variants: readonly Variant[],
): readonly { readonly variant: Variant; readonly results: readonly R[] }[] {
  const same = (a: Variant, b: Variant) => Object.keys(a).every((name) => a[name] === b[name]);
  return variants
    .map((variant) => ({
      variant,
      results: finished.filter(({ job }) => same(variant, job.variant)).map(({ result }) => result),
    }))
    .filter(({ results }) => results.length > 0);
}
