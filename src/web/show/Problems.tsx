interface Props {
  readonly sentences: readonly string[];
}

/** What the address asks for and cannot be had. */
export function Problems({ sentences }: Props) {
  if (sentences.length === 0) return null;
  return (
    <ul class="problems" role="status">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
