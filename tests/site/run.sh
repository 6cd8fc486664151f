#!/usr/bin/env bash
# run.sh SITE: drives a catalogue in Chromium. Playwright and axe-core come from npm, Chromium is that
# of Debian: where it is missing it is installed, which needs to be root.
set -euo pipefail
cd "$(dirname "$0")/../.."
site=$(realpath "$1")
command -v chromium >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null; }
tools=out/.site-test # go leaves folders alone whose names begin with a dot
if ! cmp -s tests/site/package-lock.json "$tools/installed"; then
  mkdir -p "$tools"
  cp tests/site/package.json tests/site/package-lock.json "$tools"
  npm ci --prefix "$tools" --ignore-scripts --no-audit --no-fund --loglevel error
  cp tests/site/package-lock.json "$tools/installed"
fi
NODE_PATH=$PWD/$tools/node_modules CHROMIUM=$(command -v chromium) node tests/site/check.cjs "$site" "${SHOTS:-out/site-shots}"
