import { useId } from "preact/hooks";
import type { Effort } from "../../../verification/run.js";
import { Choice } from "../../controls/Choice.js";
import { LARGEST_SEED } from "./listFields.js";

interface Props {
  readonly effort: Effort;
  readonly seed: number;
  onChange(changed: { readonly effort?: Effort; readonly check?: number }): void;
}

const words = [
  ["quick", "quick: fewer points"],
  ["full", "full: all, wide networks"],
] as const;

/** How a check is made: the same effort and seed give the same points and networks, here and in `theoria check`. */
export function CheckSettings({ effort, seed, onChange }: Props) {
  const id = useId();
  return (
    <>
      <Choice
        label="Effort of a check"
        value={effort}
        choices={words}
        onChange={(next) => onChange({ effort: next })}
      />
      <div class="control">
        <label for={id}>Seed of a check</label>
        <input
          id={id}
          type="number"
          min={0}
          max={LARGEST_SEED}
          step={1}
          value={seed}
          onChange={({ currentTarget }) => {
            const typed = currentTarget.valueAsNumber;
            if (Number.isInteger(typed) && typed >= 0 && typed <= LARGEST_SEED) onChange({ check: typed });
            else currentTarget.value = String(seed);
          }}
        />
      </div>
    </>
  );
}
