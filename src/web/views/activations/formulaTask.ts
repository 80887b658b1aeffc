/** The rate of an activation as a formula in B, written down. */
import { activation } from "../../../symbolic/activation/create.js";
import { texOf } from "../../../symbolic/format/tex.js";
import { textOf } from "../../../symbolic/format/text.js";
import { type RateFormula, rateFormula } from "../../../theory/batchnorm/report/rateFormula.js";

export interface FormulaQuestion {
  readonly activation: string;
  /** Where the value is wanted to many digits. */
  readonly batches: readonly number[];
}

export interface WrittenClaim {
  readonly tex: string;
  readonly text: string;
}

export type FormulaAnswer =
  | {
      readonly kind: "closed";
      readonly claim: WrittenClaim;
      /** "B >= 4". */
      readonly assumptions: readonly string[];
      readonly steps: number;
      readonly verified: number;
      /** For large batches; null where it is not known. */
      readonly series: WrittenClaim | null;
      readonly values: Extract<RateFormula, { kind: "closed" }>["values"];
    }
  | { readonly kind: "integrals"; readonly equations: readonly WrittenClaim[] }
  | { readonly kind: "none" };

/** Up to a second. @throws TheoryError for text that is no activation. */
export function formulaTask({ activation: text, batches }: FormulaQuestion): FormulaAnswer {
  const found = rateFormula(activation(text), batches);
  if (found === null) return { kind: "none" };
  const written = (claim: Parameters<typeof texOf>[0]): WrittenClaim => ({ tex: texOf(claim), text: textOf(claim) });
  if (found.kind === "integrals") return { kind: "integrals", equations: found.equations.map(written) };
  const { claim, assumptions, steps, verified, series, values } = found;
  return {
    ...{ kind: "closed", claim: written(claim), assumptions: assumptions.map(textOf), steps, verified, values },
    series: series === null ? null : written(series),
  };
}
