import { Failure } from "../../show/Failure.js";
import type { Gates } from "./useGates.js";

/** What went wrong, in training and in looking. */
export const TrainingNotes = ({ runs, trained, found }: Gates) => (
  <>
    {runs.map(
      ({ error, resume }, k) => error !== null && <Failure key={trained[k]!.name} error={error} onRetry={resume} />,
    )}
    {found.map(
      ({ error, retry }, k) => error !== null && <Failure key={trained[k]!.name} error={error} onRetry={retry} />,
    )}
    {runs.map(
      ({ divergedAt }, k) =>
        divergedAt !== null && (
          <p key={trained[k]!.name} class="remark">
            {trained[k]!.name}: the loss left all bounds in epoch {divergedAt}.
          </p>
        ),
    )}
  </>
);
