/** 1 where the mask is set, 0 elsewhere. */
export function truth(mask: v128): v128 {
  return v128.and(mask, f64x2.splat(1));
}
