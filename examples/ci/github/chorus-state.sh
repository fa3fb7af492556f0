#!/usr/bin/env bash
# Keeps the state in a branch of its own, from which it is merged: `take` before a run, `send` after it.
# Of that branch only the state is taken, so that nothing else in it ever meets a secret.
set -euo pipefail

state=chorus.state.jsonl
branch=chorus/state

take() {
  if ! git fetch --quiet origin "+refs/heads/$branch:refs/remotes/origin/$branch"; then
    echo "no branch $branch yet"
    return
  fi
  local folder base
  folder=$(mktemp -d)
  base=$(git merge-base HEAD "refs/remotes/origin/$branch" || true)
  for side in "base:$base" "ours:HEAD" "theirs:refs/remotes/origin/$branch"; do
    git show "${side#*:}:./$state" > "$folder/${side%%:*}" 2> /dev/null || : > "$folder/${side%%:*}"
  done
  if [ ! -s "$folder/theirs" ]; then return; fi
  if [ ! -s "$folder/ours" ]; then cp "$folder/theirs" "$state"
  else
    npx --no -- chorus state merge "$folder/base" "$folder/ours" "$folder/theirs"
    cp "$folder/ours" "$state"
  fi
  rm -rf "$folder"
}

send() {
  git add -- "$state"
  local taken
  taken=$(git rev-parse --verify --quiet "refs/remotes/origin/$branch" || true)
  if git diff --cached --quiet -- "$state" || { [ -n "$taken" ] && git diff --cached --quiet "$taken" -- "$state"; }; then
    echo "nothing new is proven"
    return
  fi
  git -c user.name="Chorus" -c user.email="chorus@users.noreply.github.com" commit --quiet --message "Record what was proven" -- "$state"
  # Only if the branch is still the one that was taken: else the next run records it.
  git push --quiet --force-with-lease="refs/heads/$branch:$taken" origin "HEAD:refs/heads/$branch"
  if [ -z "$(gh pr list --head "$branch" --base main --json number --jq '.[].number')" ]; then
    gh pr create --head "$branch" --base main --title "Record what was proven" --body "The state alone: what the platforms answered."
  fi
}

case ${1:-} in
  take | send) "$1" ;;
  *) echo "take or send" >&2; exit 1 ;;
esac
