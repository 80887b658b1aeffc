import { assertAbove, domainError } from "../domain.js";
import { gammaRatio } from "./gammaRatio.js";

export interface KernelValue {
  /** J_alpha(c), in [0, 1]. */
  readonly value: number;
  /** dJ_alpha/dc >= 0; Infinity at c = 1 for alpha <= 1/2 and at c = -1 for alpha < 1/2. */
  readonly derivative: number;
  /** Absolute. */
  readonly valueError: number;
  /** Absolute; 0 where the derivative is infinite. */
  readonly derivativeError: number;
}

const UNIT = 2 ** -53;

/**
 * The normalised arc-cosine kernel J_alpha(c) = E[relu(z1)^alpha relu(z2)^alpha] / E[relu(z)^(2 alpha)], standard normals with
 * correlation c; J_alpha(1) = 1, J_alpha(-1) = 0.
 *
 *   With u = (1+c)/2, v = (1-c)/2, R = Gamma(alpha+1)/Gamma(alpha+1/2) and q = sech^2 r,
 *   J  = 2 R / sqrt(pi) u^(alpha+1/2) I,                     I = int_0^inf q^(alpha+1) (v + u q)^(-1/2) dr,
 *   J' = R / (2 sqrt(pi)) u^(alpha-1/2) ((2 alpha+1) I + u D),  D = int_0^inf tanh^2 r q^(alpha+1) (v + u q)^(-3/2) dr.
 *
 * Source: Y. Cho and L. K. Saul, NIPS 2009 (the kernel); J = const u^(alpha+1/2) 2F1(1/2, 1/2; alpha+3/2; u) with Euler's
 * integral (DLMF 15.6.1) in y = tanh r. Ours: the derivative's 2F1(1/2, 1/2; alpha+1/2; u), whose Euler integral diverges for
 * alpha <= 0, is integrated by parts once, which leaves the sum of positive terms above for every alpha > -1/2; and both integrals
 * are trapezoid sums, since their integrands are even in r and analytic in |Im r| < pi/2 for every c. No term is negative,
 * 1+c and 1-c enter exactly, so the relative accuracy is the same at both ends: J ~ (1+c)^(alpha+1/2) at c = -1.
 *
 * Domain: -1/2 < alpha <= 1000, c in [-1, 1] (clamp a correlation that rounding has put outside before the call).
 * Accuracy: relative 3.2e-15 at worst of 350 mpmath points with alpha <= 60 (value: alpha = -0.45, c = -1 + 2^-50; derivative:
 * 3.0e-15, the same), 1.1e-14 at alpha = 150;
 * the reported errors are (40 + 2 alpha) 2^-53 relative.
 * For alpha = 0, 1, 2 elementary forms are used where they do not cancel.
 * @throws TheoryError "domain".
 */
export function arccosineKernel(alpha: number, c: number): KernelValue {
  assertAbove("alpha", alpha, -0.5);
  if (alpha > 1000) throw domainError("alpha", alpha, "at most 1000", "Use the limit exp(-alpha (1-c)) scaling.");
  if (!(c >= -1 && c <= 1)) throw domainError("c", c, "a correlation in [-1, 1]", "Clamp rounding before the call.");
  if (c === 1) return atOne(alpha);
  if (c === -1) return atMinusOne(alpha);
  const closed = elementary(alpha, c);
  if (closed !== undefined) return withErrors(alpha, closed.value, closed.derivative);
  const { u, uCorrection, v } = halves(c);
  const { integral, slope } = integrals(alpha, u, v);
  const ratio = gammaRatio(alpha + 0.5, 0.5) / Math.sqrt(Math.PI);
  // u is rounded; its lost part enters through d log u^p = p du/u.
  const power = u ** (alpha - 0.5) * (1 + (alpha - 0.5) * uCorrection);
  const value = 2 * ratio * power * u * (1 + uCorrection) * integral;
  const derivative = 0.5 * ratio * power * ((2 * alpha + 1) * integral + u * slope);
  return withErrors(alpha, Math.min(value, 1), derivative);
}

function withErrors(alpha: number, value: number, derivative: number): KernelValue {
  const relative = (40 + 2 * alpha) * UNIT;
  return { value, derivative, valueError: relative * value, derivativeError: relative * derivative };
}

/** J(1) = 1; the ODE (1-c^2) J'' + (2 alpha-1) c J' = alpha^2 J gives J'(1) = alpha^2 / (2 alpha - 1) for alpha > 1/2. */
function atOne(alpha: number): KernelValue {
  const derivative = alpha > 0.5 ? (alpha * alpha) / (2 * alpha - 1) : Number.POSITIVE_INFINITY;
  const derivativeError = alpha > 0.5 ? 4 * UNIT * derivative : 0;
  return { value: 1, derivative, valueError: 0, derivativeError };
}

/** Near -1, J = const u^(alpha+1/2): the slope vanishes, is R / (2 sqrt pi) (2 alpha+1) I, or is infinite. */
function atMinusOne(alpha: number): KernelValue {
  if (alpha > 0.5) return { value: 0, derivative: 0, valueError: 0, derivativeError: 0 };
  if (alpha < 0.5) return { value: 0, derivative: Number.POSITIVE_INFINITY, valueError: 0, derivativeError: 0 };
  // alpha = 1/2: J' = (1/2) Gamma(alpha+1) Gamma(alpha+1) (alpha+1/2) / (Gamma(alpha+3/2) Gamma(alpha+1/2)) = pi/8.
  return { value: 0, derivative: Math.PI / 8, valueError: 0, derivativeError: UNIT };
}

function halves(c: number): { u: number; uCorrection: number; v: number } {
  const sum = 1 + c;
  const part = sum - 1;
  const lost = c - part + (1 - (sum - part));
  return { u: sum / 2, uCorrection: lost / sum, v: (1 - c) / 2 };
}

/** Closed forms of degree 0, 1, 2 (Cho and Saul, eq. 4-7) with theta' = pi - arccos c = 2 atan2(sqrt(1+c), sqrt(1-c)). */
function elementary(alpha: number, c: number): { value: number; derivative: number } | undefined {
  if (alpha !== 0 && ((alpha !== 1 && alpha !== 2) || c < 0.25)) return undefined;
  const angle = 2 * Math.atan2(Math.sqrt(1 + c), Math.sqrt(1 - c));
  const sine = Math.sqrt((1 - c) * (1 + c));
  if (alpha === 0) return { value: angle / Math.PI, derivative: 1 / (Math.PI * sine) };
  if (alpha === 1) return { value: Math.min(1, (sine + angle * c) / Math.PI), derivative: angle / Math.PI };
  const value = (3 * sine * c + angle * (1 + 2 * c * c)) / (3 * Math.PI);
  return { value: Math.min(1, value), derivative: (4 * (sine + angle * c)) / (3 * Math.PI) };
}

/**
 * The two integrals by the trapezoid rule with step h: error exp(-pi^2/h) from the strip, and for large alpha that of a
 * Gaussian of variance 1/(2 alpha+2). Written in E = exp(-2r): q = 4E/(1+E)^2, tanh r = (1-E)/(1+E).
 */
function integrals(alpha: number, u: number, v: number): { integral: number; slope: number } {
  const h = STEP / Math.sqrt(1 + (alpha + 1) / 4);
  let integral = 0.5 / Math.sqrt(v + u);
  let slope = 0;
  for (let k = 1; ; k++) {
    const e = Math.exp(-2 * k * h);
    const q = (4 * e) / ((1 + e) * (1 + e));
    const t = (1 - e) / (1 + e);
    const s = v + u * q;
    const term = q ** (alpha + 1) / Math.sqrt(s);
    const slopeTerm = (t * t * term) / s;
    integral += term;
    slope += slopeTerm;
    if (term <= NEGLIGIBLE * integral && slopeTerm <= NEGLIGIBLE * slope) break;
  }
  return { integral: h * integral, slope: h * slope };
}

const STEP = 0.25;
const NEGLIGIBLE = 2 ** -58;
