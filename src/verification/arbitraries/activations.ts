import { type Arbitrary, constantFrom, oneof } from "fast-check";
import type { Activation } from "../../symbolic/activation/activation.js";
import { activation } from "../../symbolic/activation/create.js";
import type { ActivationClass } from "../../theorems/domain.js";
import {
  even,
  exploding,
  homogeneous,
  kinked,
  nearlyConstant,
  odd,
  polynomials,
  saturating,
  smooth,
} from "./activationTexts.js";

const weighted = (weight: number, arbitrary: Arbitrary<string>) => ({ weight, arbitrary });
/** What a counterexample shrinks to comes first. */
const crossing = { withCrossShrink: true };

/** Saturating, exploding, nearly constant, odd and even functions have a share of their own. */
const smoothTexts = oneof(
  crossing,
  weighted(1, constantFrom("x", "tanh", "sin")),
  weighted(4, smooth),
  ...[saturating, exploding, nearlyConstant, odd, even].map((special) => weighted(1, special)),
);
const polynomialTexts = oneof(
  crossing,
  weighted(2, constantFrom("x", "x^2", "x + x^3", "x^2 - 1", "x^3 - 3*x", "x^4", "5 + 0.1*x", "x^5")),
  weighted(3, polynomials),
);
const homogeneousTexts = oneof(
  crossing,
  weighted(2, constantFrom("x", "relu", "abs", "leaky_relu(0.1)", "relu(x)^2", "relu(x)^0.6")),
  weighted(3, homogeneous),
);
const kinkedTexts = oneof(
  crossing,
  weighted(1, constantFrom("relu", "hardtanh", "abs", "leaky_relu(0.1)", "5 + 0.1*relu(x)")),
  weighted(4, kinked),
);

const texts: Readonly<Record<ActivationClass, Arbitrary<string>>> = {
  any: oneof(
    crossing,
    weighted(1, constantFrom("x", "relu", "tanh")),
    ...[smoothTexts, polynomialTexts, homogeneousTexts, kinkedTexts].map((text) => weighted(2, text)),
  ),
  smooth: smoothTexts,
  polynomial: polynomialTexts,
  homogeneous: homogeneousTexts,
  kinked: kinkedTexts,
};

/** Activations of a class; kinked, saturating, exploding, nearly constant, odd and even ones as far as it has them. */
export const activations = (name: ActivationClass = "any"): Arbitrary<Activation> =>
  texts[name].map((text) => activation(text));
