/** The part A of the gradient's operator, D Lambda D. */
import { gradientPartTheorem } from "./gradientPartTheorem.js";

export const theoremC5 = (["G", "L", "M"] as const).map((space) =>
  gradientPartTheorem({
    part: "A",
    space,
    number: "C.5",
    slug: "c5",
    what: "D Lambda D",
    uses: ["batchnorm/equation-43", "batchnorm/proposition-i-7-slope"],
  }),
);
