/** The normalisation of a_k; the power of B-1 divides. Shown in the exact check for phi = 1, whose only coefficient is a_0 = 1. */
import { minus, over, power, times } from "../../../symbolic/build.js";
import { call, integer, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { energyBySeries } from "../ways/gegenbauerSeries.js";
import { erratumNamed } from "../ways/proofNamed.js";
import { breaksOf, sampleMean } from "../ways/sampleLine.js";

const erratum = erratumNamed("theorem-9-normalisation");
const beta = call("Beta", minus(over("B", 2), 1), over(1, 2));
const claim = equation(
  over(symbol("I"), times(power(minus("B", 1), over(minus("B", 3), 2)), beta)),
  call("Sum", power("a_k", 2), symbol("k"), integer(0), call("Infinity")),
);

export const equation26 = theorem({
  id: "batchnorm/equation-26",
  kind: "formula",
  title: "The squares of the Gegenbauer coefficients sum to the second moment of phi over one sample",
  notation: { I: "the integral of phi(z)^2 ((B-1) - z^2)^((B-4)/2) over |z| < sqrt(B-1)", a_k: "coefficients of phi" },
  parameters: {
    B: { set: "integer", min: 4, max: 1_000_000, doc: "batch size" },
    phi: { set: "activation", class: "smooth", doc: "activation; kinks make the series converge slowly" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "eq. (26)" }],
  uses: ["batchnorm/theorem-9-basis"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        // with z = sqrt(B-1) sin(s) the powers of B-1 cancel those of the mass
        name: "the integral over its mass, in spherical coordinates",
        evaluate: ({ B, phi }) => sampleMean(B, breaksOf(phi, B), (z) => phi.value(z) ** 2, 0.5),
      },
      right: { name: "the sum of up to 512 squares", evaluate: ({ B, phi }) => energyBySeries(phi, B) },
      tolerance: { unit: "rel", limit: 1e-9, why: "quadrature to 1e-10, and the tail of the series" },
    },
  ],
  printed: {
    claim: erratum.printed,
    says: "The power (B-1)^((B-3)/2) is printed as a factor; it divides.",
    damaged: false,
    refutation: { kind: "exact", erratum },
  },
});
