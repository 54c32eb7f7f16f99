#!/usr/bin/env bash
# Prints the pages beside it to PDF, by Chromium. The files are committed: a test's expected lines are those of one Chromium.
set -euo pipefail
cd "$(dirname "$0")"
for page in *.html; do
  chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf="${page%.html}.pdf" "file://$PWD/$page"
done
