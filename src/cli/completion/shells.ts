/** What the shells need: a script that asks `theoria completion <shell> -- <words>`, and the form of the answer. */
import { printable } from "../../render/printable.js";
import type { Candidate, Candidates } from "./candidate.js";

export const shells = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof shells)[number];

const bash = `# Completion of theoria in bash (3.2 or later)
_theoria() {
  local answer line kind= current="\${COMP_WORDS[COMP_CWORD]}"
  COMPREPLY=()
  answer=$("\${COMP_WORDS[0]}" completion bash -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null) || return
  while IFS= read -r line; do
    if [[ -z $kind ]]; then kind=$line; else COMPREPLY+=("$line"); fi
  done <<<"$answer"
  [[ $current == "=" ]] && current=
  case $kind in
    files) compopt -o filenames 2>/dev/null; while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$current") ;;
    folders) compopt -o filenames 2>/dev/null; while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -d -- "$current") ;;
  esac
}
complete -F _theoria theoria
`;

const zsh = `#compdef theoria
# Completion of theoria in zsh
_theoria() {
  local -a lines candidates
  lines=("\${(@f)$("\${words[1]}" completion zsh -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
  case "\${lines[1]}" in
    files) _files ;;
    folders) _files -/ ;;
    words) candidates=("\${(@)lines[2,-1]}"); _describe theoria candidates ;;
  esac
}
if [ "\${funcstack[1]}" = _theoria ]; then _theoria "$@"; else compdef _theoria theoria; fi
`;

const fish = `# Completion of theoria in fish (3.0 or later)
function __theoria_candidates
  set -l before (commandline -opc)
  set -l current (commandline -ct)
  set -l lines ($before[1] completion fish -- $before[2..-1] "$current" 2>/dev/null)
  switch "$lines[1]"
    case files
      __fish_complete_path "$current"
    case folders
      __fish_complete_directories "$current"
    case words
      printf '%s\\n' $lines[2..-1]
  end
end
complete -c theoria -f -a '(__theoria_candidates)'
`;

export const scripts: Readonly<Record<Shell, string>> = { bash, zsh, fish };

/** bash hands over "--method=ge" as three words, and wants the third alone to be completed. */
export function wordsFrom(shell: Shell, words: readonly string[]): readonly string[] {
  if (shell !== "bash") return words;
  return words.flatMap((word, k) => {
    const assigns = word === "=" && words[k - 1]?.startsWith("--");
    return assigns ? (k === words.length - 1 ? [""] : []) : [word];
  });
}

const line = ({ word, said }: Candidate, shell: Shell) => {
  const words = printable(said);
  if (shell === "bash" || words === "") return word;
  return shell === "fish" ? `${word}\t${words}` : `${word.replaceAll(":", "\\:")}:${words}`;
};

/** What the scripts read: "files", "folders" or "words", and in the last case one candidate a line. */
export function answerFor(shell: Shell, candidates: Candidates): string {
  if (typeof candidates === "string") return `${candidates}\n`;
  return `${["words", ...candidates.map((candidate) => line(candidate, shell))].join("\n")}\n`;
}
