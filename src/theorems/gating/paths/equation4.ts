import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { gateNormals } from "../../../theory/gating/network/gateNormals.js";
import { pathExperts } from "../../../theory/gating/paths/pathExpert.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { counted, networkSizes, notation } from "../ways/parameters.js";
import { plainPaths } from "../ways/plainPaths.js";
import { networkOf, pointOf } from "../ways/randomNetworks.js";

export const equation4 = theorem({
  id: "gating/equation-4",
  kind: "definition",
  title:
    "The gate of a path of a DLGN is 1 on an intersection of half-spaces: eta_l = (W_l ... W_1) x is linear in the input.",
  notation: { ...notation, p_pi: "the product of 1(n_l.x >= 0) along the path, n_l the row of W_l ... W_1" },
  parameters: networkSizes,
  assumptions: [],
  claim: equation(symbol("f_pi"), symbol("p_pi")),
  source: paper("Eqn. 4"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "of every listed expert",
        evaluate: (values) => pathExperts(networkOf("dlgn", values), pointOf(values)).map(({ gate }) => gate),
      },
      right: {
        name: "from the products of the matrices",
        evaluate: (values) => {
          const network = networkOf("dlgn", values);
          const x = pointOf(values);
          const normals = gateNormals(network);
          const open = normals.map((each) =>
            each.normals.map((n) => n.reduce((sum, entry, i) => sum + entry * x[i], 0) >= 0),
          );
          return plainPaths(network.widths.slice(1, -1)).map((path) => Number(path.every((i, l) => open[l][i])));
        },
      },
      tolerance: counted,
    },
  ],
});
