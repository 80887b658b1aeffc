/** What the paper states about ultrasymmetric operators (B.35 to B.68), derived with B and every coefficient a symbol. */
import { describe, expect, it } from "vitest";
import {
  rationalFunctions as field,
  type RationalFunction,
  symbolFunction,
} from "../../../src/symbolic/algebra/rationalFunction.js";
import {
  centring,
  conjugation,
  diagonalOffDiagonal,
  diagonalPart,
  rankOne,
} from "../../../src/symbolic/operators/constructors.js";
import { cycleMatrix, differenceMatrix, starMatrix } from "../../../src/symbolic/operators/eigenmatrices.js";
import { centredEigenvalues, eigenvalues } from "../../../src/symbolic/operators/eigenvalues.js";
import {
  centringMatrix,
  type Exchangeable,
  exchangeable,
  exchangeableEntry,
  exchangeableMatrix,
} from "../../../src/symbolic/operators/exchangeable.js";
import { gaussianDerivative } from "../../../src/symbolic/operators/gaussianDerivative.js";
import { type Operator, operatorOf } from "../../../src/symbolic/operators/operator.js";
import { denseMatrix, mapStructured, type StructuredMatrix } from "../../../src/symbolic/operators/structuredMatrix.js";
import { algebra, formula } from "./formula.js";

const [a, b] = [symbolFunction("a"), symbolFunction("b")];
const L = (x: string, y: string) => differenceMatrix(field, formula(x), formula(y));
const star = (x: string, y: string) => starMatrix(field, formula(x), formula(y));
const BSB1 = (x: string, y: string) => exchangeableMatrix(exchangeable(formula(x), formula(y)));
const times = (factor: string, matrix: StructuredMatrix<RationalFunction>) =>
  mapStructured(matrix, (entry) => field.multiply(formula(factor), entry));
const symbols = (name: string): Operator<RationalFunction> => operatorOf((orbit) => symbolFunction(`${name}${orbit}`));
const DOS = (u: string, v: string, w: string) => diagonalOffDiagonal(algebra, formula(u), formula(v), formula(w));
const image = algebra.apply.bind(algebra);

describe("matrices", () => {
  it("B.36: G L(a, b) G = (a + 2 b)/B L(B - 2, 1)", () => {
    expect(image(centring(algebra), L("a", "b"))).toEqual(times("(a + 2*b)/B", L("B-2", "1")));
  });

  it("B.15: G BSB1(a, b) G = (a - b) G", () => {
    const G = exchangeableMatrix(centringMatrix(algebra));
    expect(image(centring(algebra), BSB1("a", "b"))).toEqual(times("a - b", G));
  });

  it("B.34: M is fixed by G2 and has no diagonal", () => {
    const M = cycleMatrix(field);
    expect(image(centring(algebra), M)).toEqual(M);
    expect(image(diagonalPart(algebra), M)).toEqual(times("0", M));
  });
});

describe("B.42", () => {
  const [S, T] = [symbols("s"), symbols("t")];

  it("item 2: S T and T S have the same eigenvalues", () => {
    const [one, other] = [algebra.compose(S, T), algebra.compose(T, S)].map((X) => eigenvalues(algebra, X));
    for (const name of ["trivial", "standard"] as const) {
      expect(one![name].trace).toEqual(other![name].trace);
      expect(one![name].determinant).toEqual(other![name].determinant);
    }
    expect(one!.M).toEqual(other!.M);
  });

  it("item 1 is false: DOS(0, 1, 0) Diag is not zero, Diag DOS(0, 1, 0) is", () => {
    const nilpotent = DOS("0", "1", "0");
    expect(algebra.compose(nilpotent, diagonalPart(algebra))).toEqual(nilpotent);
    expect(algebra.compose(diagonalPart(algebra), nilpotent)).toEqual(algebra.zero);
  });
});

/** E[prod z_i] over the listed samples for z ~ N(0, sigma), by Isserlis' theorem. */
function gaussianMoment(sigma: Exchangeable<RationalFunction>, samples: readonly number[]): RationalFunction {
  const [first, ...rest] = samples;
  if (first === undefined) return field.one;
  return rest
    .map((partner, at) => {
      const others = [...rest.slice(0, at), ...rest.slice(at + 1)];
      return field.multiply(exchangeableEntry(sigma, first, partner), gaussianMoment(sigma, others));
    })
    .reduce(field.add, field.zero);
}

describe("B.43", () => {
  const sigma = exchangeable(a, b);
  /** The derivative of Sigma -> E[phi(z) phi(z)^T], phi(z) = z^degree, at BSB1(a, b). */
  function derivative(degree: number) {
    const power = (index: number) => new Array<number>(degree).fill(index);
    const mean = exchangeable(
      gaussianMoment(sigma, [...power(0), ...power(0)]),
      gaussianMoment(sigma, [...power(0), ...power(1)]),
    );
    const moments = algebra.operator((k, l, i, j) => gaussianMoment(sigma, [...power(k), ...power(l), i, j]));
    return gaussianDerivative(algebra, { sigma, mean, moments });
  }

  it("gives the identity for phi(z) = z", () => {
    expect(derivative(1)).toEqual(algebra.identity);
  });

  it("gives the derivative of Sigma_kk Sigma_ll + 2 Sigma_kl^2 for phi(z) = z^2", () => {
    expect(derivative(2)).toEqual(DOS("6*a", "a", "4*b"));
  });

  it("gives the derivative of 9 Sigma_kk Sigma_ll Sigma_kl + 6 Sigma_kl^3 for phi(z) = z^3", () => {
    expect(derivative(3)).toEqual(DOS("45*a^2", "9*a*b", "9*a^2 + 18*b^2"));
  });
});

describe("DOS(u, v, w)", () => {
  const T = DOS("u", "v", "w");

  it("B.55, B.56: acts on L(a, b) by a triangular block", () => {
    expect(image(T, L("a", "b"))).toEqual(L("u*a", "w*b - v*a"));
    expect(image(T, L("w - u", "v"))).toEqual(times("u", L("w - u", "v")));
    expect(image(T, L("0", "1"))).toEqual(times("w", L("0", "1")));
    expect(eigenvalues(algebra, T).standard.entries).toEqual([
      [formula("u"), formula("0")],
      [formula("-v"), formula("w")],
    ]);
  });

  it("B.58, B.59: acts on BSB1(a, b) by another, with eigenvector BSB1(u - w, 2v), not BSB1(w - u, wv)", () => {
    expect(image(T, BSB1("a", "b"))).toEqual(BSB1("u*a", "w*b + 2*v*a"));
    expect(image(T, BSB1("u - w", "2*v"))).toEqual(times("u", BSB1("u - w", "2*v")));
    expect(image(T, BSB1("0", "1"))).toEqual(times("w", BSB1("0", "1")));
    expect(image(T, BSB1("w - u", "w*v"))).not.toEqual(times("u", BSB1("w - u", "w*v")));
  });

  it("B.62: has w on matrices without diagonal and u on the span of the underlined L(w - u, v)", () => {
    expect(image(T, star("w - u", "v"))).toEqual(times("u", star("w - u", "v")));
    const { trivial, standard, M } = eigenvalues(algebra, T);
    expect([trivial.trace, standard.trace, M]).toEqual(["u + w", "u + w", "w"].map((text) => formula(text)));
    expect([trivial.determinant, standard.determinant]).toEqual([formula("u*w"), formula("u*w")]);
    const offDiagonal = algebra.subtract(algebra.identity, diagonalPart(algebra));
    expect(algebra.compose(T, offDiagonal)).toEqual(algebra.scale(formula("w"), offDiagonal));
    expect(algebra.trace(offDiagonal)).toEqual(formula("B*(B-1)/2"));
  });

  it("B.62 needs u != w: else T is not diagonalisable and the underlined L(0, v) belongs to the other eigenspace", () => {
    const shear = algebra.subtract(DOS("u", "v", "u"), algebra.scale(formula("u"), algebra.identity));
    expect(shear).not.toEqual(algebra.zero);
    expect(algebra.compose(shear, shear)).toEqual(algebra.zero);
  });

  it("B.57, B.60, B.63: has three eigenvalues after centring", () => {
    expect(centredEigenvalues(algebra, T)).toEqual({
      G: formula("((B-1)*(u - 2*v) + w)/B"),
      L: formula("((B-2)*(u - 2*v) + 2*w)/B"),
      M: formula("w"),
    });
  });

  it("B.61: L(a, b) and BSB1(a, -2b) are sums of underlined L(a, b)", () => {
    const batch = 5;
    const first = denseMatrix(star("a", "b"), batch);
    const marked = Array.from({ length: batch }, (_, mark) => {
      const swap = (sample: number) => (sample === mark ? 0 : sample === 0 ? mark : sample);
      return first.map((row, k) => row.map((_, l) => first[swap(k)]![swap(l)]!));
    });
    const combine = (add: typeof field.add) => (one: RationalFunction[][], other: RationalFunction[][]) =>
      one.map((row, k) => row.map((entry, l) => add(entry, other[k]![l]!)));
    expect(combine(field.subtract)(marked[0]!, marked[1]!)).toEqual(denseMatrix(L("a", "b"), batch));
    expect(marked.reduce(combine(field.add))).toEqual(denseMatrix(BSB1("a", "-2*b"), batch));
  });

  it("composes to another: they are closed under products", () => {
    const product = algebra.compose(DOS("u", "v", "w"), DOS("x", "y", "z"));
    expect(product).toEqual(DOS("u*x", "v*x + w*y", "w*z"));
  });
});

describe("positively homogeneous phi of degree alpha", () => {
  // J1 = J(1), Jc = J(c), dJ = J'(c), k = c_alpha p^(alpha - 1): V(BSB1(p, c p)) = p k BSB1(J1, Jc).
  const derivative = DOS("k*alpha*J1", "k*(alpha*Jc - c*dJ)/2", "k*dJ");

  it("Euler: the derivative of V in the direction of Sigma is alpha V", () => {
    expect(image(derivative, BSB1("p", "c*p"))).toEqual(times("alpha*p*k", BSB1("J1", "Jc")));
  });

  it("B.64, B.65: eigenvalues of G2 dV at BSB1(p, c p)", () => {
    expect(centredEigenvalues(algebra, derivative)).toEqual({
      G: formula("k/B*((B-1)*alpha*(J1 - Jc) + (1 + c*(B-1))*dJ)"),
      L: formula("k/B*((B-2)*alpha*(J1 - Jc) + (2 + c*(B-2))*dJ)"),
      M: formula("k*dJ"),
    });
  });

  it("B.67: eigenvalue k alpha J(1) on the underlined L(2(J' - alpha J(1)), alpha J - c J')", () => {
    const matrix = star("2*(dJ - alpha*J1)", "alpha*Jc - c*dJ");
    expect(image(derivative, matrix)).toEqual(times("k*alpha*J1", matrix));
  });

  const rho = { c: formula("-1/(B-1)") };
  const atG = diagonalOffDiagonal(
    algebra,
    formula("k*alpha*J1"),
    formula("k*(alpha*Jc - c*dJ)/2", rho),
    formula("k*dJ"),
  );

  it("B.66: eigenvalues at G, p = (B - 1)/B and c = -1/(B - 1)", () => {
    expect(centredEigenvalues(algebra, atG)).toEqual({
      G: formula("k*(B-1)/B*alpha*(J1 - Jc)"),
      L: formula("k/B*((B-2)*alpha*(J1 - Jc) + B/(B-1)*dJ)"),
      M: formula("k*dJ"),
    });
  });

  // (40): d V(phi N) = K (dV - alpha/(B - 1) tr(.) V(G)), as P(n/2, alpha + 1) = n/2 P(n/2 + 1, alpha) for n = B - 1.
  const value = exchangeable(formula("(B-1)/B*k*J1"), formula("(B-1)/B*k*Jc"));
  const trace = rankOne(algebra, exchangeable(field.one, field.zero), value);
  const normalised = algebra.scale(formula("K"), algebra.subtract(atG, algebra.scale(formula("alpha/(B-1)"), trace)));

  it("B.50: the normalised derivative sends G to zero; tr and tr(G .) agree on rows that sum to zero", () => {
    const G = exchangeableMatrix(centringMatrix(algebra));
    expect(image(normalised, G)).toEqual(times("0", BSB1("1", "1")));
    const restricted = rankOne(algebra, centringMatrix(algebra), value);
    const projection = centring(algebra);
    expect(algebra.compose(restricted, projection)).toEqual(algebra.compose(trace, projection));
  });

  it("B.68: eigenvalues 0, K times those of B.66 on L and M", () => {
    expect(centredEigenvalues(algebra, normalised)).toEqual({
      G: field.zero,
      L: formula("K*k/B*((B-2)*alpha*(J1 - Jc) + B/(B-1)*dJ)"),
      M: formula("K*k*dJ"),
    });
  });

  it("B.68 at the fixed point: lambda_M = B R/(B-1+2 alpha), lambda_L = (alpha (B-2) + B R/(B-1))/(B-1+2 alpha)", () => {
    // mu = K0 (B-1)/B k (J1 - Jc) and K = K0/mu P(n/2, alpha)/P(n/2 + 1, alpha) = K0/mu n/(n + 2 alpha).
    const K = formula("(B-1)/(B-1+2*alpha) / ((B-1)/B*k*(J1 - Jc))");
    const atFixedPoint = algebra.scale(field.divide(K, symbolFunction("K")), normalised);
    const R = { R: formula("dJ/(J1 - Jc)") };
    expect(centredEigenvalues(algebra, atFixedPoint)).toEqual({
      G: field.zero,
      L: formula("(alpha*(B-2) + B*R/(B-1))/(B-1+2*alpha)", R),
      M: formula("B*R/(B-1+2*alpha)", R),
    });
  });

  it("C.7 inverts B.43: E[phi(z) z^T Delta z phi(z)^T] = <Sigma, Delta> V + 2 dV{Sigma Delta Sigma}", () => {
    const sigma = exchangeable(formula("p"), formula("c*p"));
    const mean = exchangeable(formula("p*k*J1"), formula("p*k*Jc"));
    const moments = algebra.add(
      rankOne(algebra, sigma, mean),
      algebra.scale(formula("2"), algebra.compose(derivative, conjugation(algebra, sigma))),
    );
    expect(gaussianDerivative(algebra, { sigma, mean, moments })).toEqual(derivative);
  });
});
