import { useState } from "preact/hooks";
import { useLongTask } from "../../engine/useLongTask.js";
import { Failure } from "../../show/Failure.js";
import { Formula } from "../../show/Formula.js";
import type { ShownStep, ShownSteps } from "./shownSteps.js";
import type { Statement } from "./statement.js";
import { Unfold } from "./Unfold.js";

interface Props {
  readonly statement: Pick<Statement, "id" | "proof" | "derivations">;
}

function Step({ step: { tex, rule, from, status } }: { readonly step: ShownStep }) {
  return (
    <li>
      <Formula tex={tex} display />
      <p class="remark">
        {rule}
        {from.length > 0 && `, from ${from.map((i) => `(${i})`).join(", ")}`}:{" "}
        <span class="verdict holds">
          <span aria-hidden="true">✓</span> {status}
        </span>
      </p>
    </li>
  );
}

function Derivation({ derivation }: { readonly derivation: ShownSteps }) {
  const { title, source, assumptions, steps, problem } = derivation;
  const proved = steps.filter(({ status }) => status === "proved").length;
  const content = () => (
    <>
      <p class="remark">Source: {source}.</p>
      {assumptions.length > 0 && (
        <div>
          For
          {assumptions.map((tex) => (
            <Formula key={tex} tex={tex} display />
          ))}
        </div>
      )}
      <ol class="steps">
        {steps.map((step, k) => (
          <Step key={k} step={step} />
        ))}
      </ol>
    </>
  );
  if (problem !== "") return <p class="failure">{`${title}: ${problem}`}</p>;
  return (
    <Unfold
      open={steps.length <= 6}
      summary={`${title}: ${steps.length} steps, ${proved} proved, ${steps.length - proved} verified to 50 digits`}
      content={content}
    />
  );
}

/** The derivations, run anew when the reader asks: each step with its machine check's result. */
export function ProofPanel({ statement: { id, proof, derivations } }: Props) {
  const [shown, setShown] = useState<readonly ShownSteps[]>([]);
  const { running, error, start, stop } = useLongTask("steps", (piece) => setShown((before) => [...before, piece]));
  const run = () => {
    setShown([]);
    start(id);
  };
  return (
    <section aria-labelledby="proof">
      <h2 id="proof">Proof</h2>
      <p>{proof}</p>
      {derivations.length > 0 && (
        <div class="actions">
          {running ? (
            <button type="button" onClick={stop}>
              Stop
            </button>
          ) : (
            <button type="button" onClick={run}>
              {shown.length === 0 ? "Show the steps, and check each of them here" : "Check the steps again"}
            </button>
          )}
        </div>
      )}
      {running && <progress aria-label="Derivations run" max={derivations.length} value={shown.length} />}
      {error !== null && <Failure error={error} onRetry={run} />}
      {shown.map((derivation) => (
        <Derivation key={derivation.id} derivation={derivation} />
      ))}
    </section>
  );
}
