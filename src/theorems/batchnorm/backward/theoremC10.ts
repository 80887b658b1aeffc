/** The part C of the gradient's operator, D y y^T Lambda D and its transpose. */
import { gradientPartTheorem } from "./gradientPartTheorem.js";

export const theoremC10 = (["G", "L", "M"] as const).map((space) =>
  gradientPartTheorem({
    part: "C",
    space,
    number: "C.10",
    slug: "c10",
    what: "D y y^T Lambda D + D Lambda y y^T D",
    uses: ["batchnorm/equation-43", "batchnorm/lemma-c-9"],
  }),
);
