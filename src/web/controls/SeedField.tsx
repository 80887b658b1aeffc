import { useId } from "preact/hooks";

interface Props {
  readonly value: number;
  readonly onChange: (seed: number) => void;
}

/** Which random numbers are drawn: the same seed gives the same ones. */
export function SeedField({ value, onChange }: Props) {
  const id = useId();
  const isSeed = (x: number) => Number.isSafeInteger(x) && x >= 0;
  return (
    <div class="control">
      <label for={id}>Seed</label>
      <span class="row">
        <input
          id={id}
          type="number"
          min={0}
          step={1}
          value={value}
          onChange={({ currentTarget }) => {
            const typed = currentTarget.valueAsNumber;
            if (isSeed(typed)) onChange(typed);
            else currentTarget.value = String(value);
          }}
        />
        <button type="button" aria-label="Next seed" onClick={() => onChange(isSeed(value + 1) ? value + 1 : 0)}>
          Next
        </button>
      </span>
    </div>
  );
}
