import { ChorusError } from "../diagnostics/chorus-error.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { SHELLS } from "./complete.ts";
import type { CommandContext } from "./context.ts";
import { DONE } from "./exit-code.ts";

/** `chorus completion SHELL`: the script by which a shell completes our commands, options, choices and addresses. */
export const run = async (context: CommandContext, [asked = ""]: readonly string[]): Promise<number> => {
  const shell = SHELLS.find((one) => one === asked);
  if (shell === undefined) throw new ChorusError([diagnostic("CHR-USAGE", "error", { problem: "invalid-argument", value: asked, of: "shell", allowed: SHELLS.join(", ") })]);
  context.ports.terminal.stdout.write(SCRIPTS[shell]);
  return Promise.resolve(DONE);
};

/** Each asks the very command that is typed, so that it fits whichever version that is. */
const SCRIPTS: Readonly<Record<(typeof SHELLS)[number], string>> = {
  // Also for bash 3.2, which Macs have. Readline splits words at `@`, `=` and `:`, and replaces what stands behind the last.
  bash: `# eval "$(chorus completion bash)"
_chorus() {
  local line=\${COMP_LINE:0:COMP_POINT} reply cur typed
  local -a words
  IFS=$' \\t\\n' read -ra words <<< "$line"
  [[ $line == *[[:space:]] ]] && words+=("")
  cur=\${words[\${#words[@]}-1]}
  typed=\${cur%"\${cur##*[@=:]}"}
  COMPREPLY=()
  while IFS= read -r reply; do
    COMPREPLY+=("\${reply#"$typed"}")
  done < <("\${words[0]}" --complete "\${words[@]:1}" 2>/dev/null)
}
complete -o default -F _chorus chorus
`,
  zsh: `#compdef chorus
# eval "$(chorus completion zsh)", after compinit
_chorus() {
  local -a replies
  replies=("\${(@f)$(\${words[1]} --complete "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  replies=(\${replies:#})
  if (( \${#replies} )); then compadd -Q -a replies; else _files; fi
}
compdef _chorus chorus
`,
  fish: `# chorus completion fish | source
function __chorus_complete
  set -l words (commandline -opc)
  set -l current (commandline -ct)
  set -l found ($words[1] --complete $words[2..-1] "$current" 2>/dev/null)
  if test (count $found) -gt 0
    printf '%s\\n' $found
  else
    __fish_complete_path "$current"
  end
end
complete -c chorus -f -a '(__chorus_complete)'
`,
};
