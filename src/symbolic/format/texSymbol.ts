const greek: ReadonlySet<string> = new Set(
  (
    "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi rho sigma tau upsilon " +
    "phi varphi chi psi omega ell Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega"
  ).split(" "),
);

/** One letter as it is, a Greek letter by its command, a number as it is, a word upright. */
function word(name: string): string {
  if (greek.has(name)) return `\\${name}`;
  return /^([A-Za-z]|\d+)$/.test(name) ? name : `\\mathrm{${name}}`;
}

/**
 * The name of a symbol in TeX: Greek letters by their names, what follows the first underscore and trailing digits as
 * indices, primes stay wherever they are: z1 is z_{1}, m'_11 is m_{11}', sigma_max is \sigma_{\mathrm{max}}, a_i_2' is a_{i,2}'. Any other name is set
 * upright with underscores for what TeX could misread.
 */
export function texSymbol(name: string): string {
  const parts = /^([A-Za-z]+)(\d*)('*)((?:_[A-Za-z0-9]+)*)('*)$/.exec(name);
  if (parts === null) return `\\mathrm{${name.replace(/[^A-Za-z0-9]+/g, "\\_")}}`;
  const [, base, digits, inner, rest, outer] = parts;
  const indices = [digits!, ...rest!.split("_")].filter((index) => index !== "").map(word);
  return `${word(base!)}${indices.length > 0 ? `_{${indices.join(",")}}` : ""}${inner}${outer}`;
}
