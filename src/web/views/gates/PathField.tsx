import { useId } from "preact/hooks";

interface Props {
  readonly value: string;
  /** Why it is no path; "" where it is one. */
  readonly problem: string;
  /** The strongest path at the point, of the first network; "" before there is one. */
  readonly found: string;
  readonly onChange: (path: string) => void;
}

/** A path of one's own, instead of the strongest one. */
export function PathField({ value, problem, found, onChange }: Props) {
  const id = useId();
  return (
    <div class="control">
      <label for={id}>Path, a neuron each layer</label>
      <span class="row">
        <input
          id={id}
          type="text"
          value={value}
          maxLength={400}
          placeholder={found === "" ? "the strongest at the point" : `strongest: ${found}`}
          aria-invalid={problem !== ""}
          aria-describedby={`${id}-problem`}
          onInput={({ currentTarget }) => onChange(currentTarget.value.trim())}
        />
        {value === "" ? (
          <button type="button" disabled={found === ""} onClick={() => onChange(found)}>
            Keep
          </button>
        ) : (
          <button type="button" onClick={() => onChange("")}>
            Strongest
          </button>
        )}
      </span>
      <div id={`${id}-problem`} class="error" role="status">
        {problem !== "" && <p>{problem}</p>}
      </div>
    </div>
  );
}
