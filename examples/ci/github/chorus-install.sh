#!/usr/bin/env bash
# Installs the one Chorus that CHORUS_PACKAGE names, or, where it is empty, the one of package-lock.json.
# Nothing that comes with either runs anything, but for Chorus itself where it is built from Git.
set -euo pipefail

if [ -n "${CHORUS_PACKAGE:-}" ]; then
  folder=$(mktemp -d)
  npm pack --silent --pack-destination "$folder" -- "$CHORUS_PACKAGE" > /dev/null
  npm install --no-save --ignore-scripts --no-audit --no-fund --prefix . -- "$folder"/*.tgz
  rm -rf "$folder"
elif [ -f package-lock.json ]; then
  npm ci --ignore-scripts --no-audit --no-fund
else
  echo "CHORUS_PACKAGE says which Chorus to install: set it at the top of the pipeline, or commit a package-lock.json" >&2
  exit 1
fi
