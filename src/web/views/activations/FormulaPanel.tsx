import { useEffect, useState } from "preact/hooks";
import { useLongTask } from "../../engine/useLongTask.js";
import { download } from "../../export/download.js";
import { Failure } from "../../show/Failure.js";
import { Formula } from "../../show/Formula.js";
import type { FormulaAnswer, WrittenClaim } from "./formulaTask.js";

interface Props {
  readonly activation: string;
}

/** Where the value is given to many digits. */
const BATCHES = [8, 64];

const equationsOf = (answer: FormulaAnswer): readonly WrittenClaim[] => {
  if (answer.kind === "integrals") return answer.equations;
  if (answer.kind === "none") return [];
  return [answer.claim, ...(answer.series === null ? [] : [answer.series])];
};

/** What a reader pastes into a paper. */
export const texFile = (answer: FormulaAnswer): string =>
  equationsOf(answer)
    .map(({ tex }) => `\\[\n  ${tex}\n\\]\n`)
    .join("\n");

function Closed({ answer }: { readonly answer: Extract<FormulaAnswer, { kind: "closed" }> }) {
  const { claim, assumptions, steps, verified, series, values } = answer;
  return (
    <>
      <p>
        For {assumptions.join(", ")}, epsilon 0, gamma 1 and beta 0.{" "}
        {verified === 0
          ? `All ${steps} steps of its derivation are proved by exact arithmetic or are definitions.`
          : `Of the ${steps} steps of its derivation, ${verified} are verified to 50 digits, the others proved or definitions.`}
      </p>
      <Formula tex={claim.tex} display />
      {series !== null && (
        <>
          <p>For large batches:</p>
          <Formula tex={series.tex} display />
        </>
      )}
      {values.map(({ batch, value, error }) => (
        <p key={batch}>
          At B = {batch} it is {value} ± {error}.
        </p>
      ))}
    </>
  );
}

/** The rate of an activation as a formula in B, derived when this is shown. */
export function FormulaPanel({ activation }: Props) {
  const { running, answer, error, start } = useLongTask("formula");
  const [said, setSaid] = useState("");
  const ask = () => start({ activation, batches: BATCHES });
  useEffect(ask, [activation]);

  async function copy(tex: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(tex);
      setSaid("the TeX is on the clipboard");
    } catch {
      setSaid("this browser gives no access to the clipboard; save the file instead");
    }
  }

  return (
    <section class="part" aria-label="Formula">
      <h3>The rate as a formula</h3>
      {running && <p class="waiting">Deriving …</p>}
      {error !== null && <Failure error={error} onRetry={ask} />}
      {answer?.kind === "closed" && <Closed answer={answer} />}
      {answer?.kind === "integrals" && (
        <>
          <p>No closed form is known here. In integrals, for B ≥ 4, epsilon 0, gamma 1 and beta 0:</p>
          {answer.equations.map(({ tex }) => (
            <Formula key={tex} tex={tex} display />
          ))}
        </>
      )}
      {answer?.kind === "none" && <p>This activation has no formula for its rate.</p>}
      {answer !== null && answer.kind !== "none" && (
        <div class="exports">
          <button type="button" onClick={() => void copy(texFile(answer))}>
            Copy TeX
          </button>
          <button
            type="button"
            onClick={() => download("theoria-rate.tex", new Blob([texFile(answer)], { type: "text/x-tex" }))}
          >
            Save TeX
          </button>
          <span role="status">{said}</span>
        </div>
      )}
    </section>
  );
}
