import { seed, size } from "../ways/parameters.js";

/** Sizes of `drawnGrouping`. */
export const groupingSizes = {
  n: size(1, 6, "Points of the space."),
  m: size(1, 4, "States of T."),
  k: size(1, 3, "States of H~."),
  h: size(1, 3, "States of H."),
  seed,
} as const;
