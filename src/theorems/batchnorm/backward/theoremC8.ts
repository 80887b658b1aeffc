/** The part B of the gradient's operator, D y y^T Lambda y y^T D. */
import { gradientPartTheorem } from "./gradientPartTheorem.js";

export const theoremC8 = (["G", "L", "M"] as const).map((space) =>
  gradientPartTheorem({
    part: "B",
    space,
    number: "C.8",
    slug: "c8",
    what: "D y y^T Lambda y y^T D",
    uses: ["batchnorm/equation-43", "batchnorm/proposition-c-7"],
  }),
);
