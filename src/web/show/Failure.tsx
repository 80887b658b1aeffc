import { isTheoryError, showPlace } from "../../errors.js";

interface Props {
  readonly error: Error;
  /** Where trying again may help; what the engine cannot answer it never can. */
  onRetry?(): void;
}

/** What went wrong, and what to do: the engine's own words. */
export function Failure({ error, onRetry }: Props) {
  const details = isTheoryError(error) ? error.details : null;
  return (
    <div class="failure" role="alert">
      <p>{error.name === "WorkerDeath" ? `The computation stopped: ${error.message}.` : error.message}</p>
      {details?.place !== undefined && <pre>{showPlace(details.place)}</pre>}
      {onRetry !== undefined && details === null && (
        <button type="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  );
}
