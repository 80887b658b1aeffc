import { useId } from "preact/hooks";

interface Props {
  readonly label: string;
  readonly value: string;
  /** What is wrong with it; null where nothing is. */
  readonly problem: string | null;
  readonly onChange: (text: string) => void;
}

/** Numbers to paste, a row a line. */
export function DataField({ label, value, problem, onChange }: Props) {
  const id = useId();
  return (
    <div class="control">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        rows={6}
        value={value}
        spellcheck={false}
        autocomplete="off"
        aria-invalid={problem !== null}
        aria-describedby={`${id}-error`}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <div id={`${id}-error`} class="error" role="status">
        {problem !== null && <p>{problem}</p>}
      </div>
    </div>
  );
}
