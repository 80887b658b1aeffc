/**
 * The chain rule I(X; (Y, Z)) = I(X; Z) + I(X; Y | Z), state by state: each mutual information is the mean of the logarithm of a ratio of probabilities, and the ratios
 * multiply. p_xyz is p(x, y, z), and so on.
 */
import { over, times } from "../../src/symbolic/build.js";
import { symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { proofBy } from "../proofBy.js";

const claim = equation(symbol("i_x_yz"), times("i_x_z", "i_x_y_given_z"));

export const mutualInformationChain = proofBy(
  {
    id: "grouping/mutual-information-chain",
    title: "The density of I(X; (Y, Z)) is the product of those of I(X; Z) and I(X; Y | Z)",
    source: "Appendix G; the chain rule is its mean logarithm",
    claim,
  },
  (builder) => {
    const whole = builder.define(symbol("i_x_yz"), over("p_xyz", times("p_x", "p_yz")), "definition of I(X; (Y, Z))");
    const part = builder.define(symbol("i_x_z"), over("p_xz", times("p_x", "p_z")), "definition of I(X; Z)");
    const rule = "definition of I(X; Y | Z)";
    const rest = builder.define(symbol("i_x_y_given_z"), over(times("p_xyz", "p_z"), times("p_xz", "p_yz")), rule);
    builder.deduce(claim, "exact arithmetic", [whole, part, rest]);
  },
);
