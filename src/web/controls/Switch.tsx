interface Props {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

/** On or off. */
export function Switch({ label, value, onChange }: Props) {
  return (
    <label class="control switch">
      <input type="checkbox" checked={value} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />{" "}
      {label}
    </label>
  );
}
