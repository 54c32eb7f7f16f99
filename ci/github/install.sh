#!/usr/bin/env bash
# A step of action.yml: vendorlint in a virtual environment of its own, and the output `program`, its path.
#
# PYTHON       the interpreter
# VERSION      a version on PyPI, a path below the working directory, or empty for the action's checkout
# ACTION_PATH  the action's checkout
set -euo pipefail

case $VERSION in
"") package=$ACTION_PATH ;; # and the packages that it has pinned, none whose digest is another
[0-9]*)
  # No option of pip and no other package, whatever a workflow passes on.
  if [[ ! $VERSION =~ ^[0-9A-Za-z.+!]+$ ]]; then
    echo "vendorlint: version is '$VERSION'; expected one such as 0.1.0, or a path" >&2
    exit 2
  fi
  package="vendorlint==$VERSION"
  ;;
*)
  package=$PWD/$VERSION
  if [[ ! -e $package ]]; then
    echo "vendorlint: version is '$VERSION'; there is no such file or folder in $PWD" >&2
    exit 2
  fi
  ;;
esac

environment=$RUNNER_TEMP/vendorlint
"$PYTHON" -m venv --clear "$environment"
install() { "$environment/bin/python" -m pip install --quiet --no-input --disable-pip-version-check "$@"; }
if [[ -z $VERSION ]]; then
  pinned=$ACTION_PATH/requirements
  install --require-hashes --requirement "$pinned/run.txt" --requirement "$pinned/build.txt"
  install --no-deps --no-build-isolation "$package"
else
  install "$package"
fi
"$environment/bin/vendorlint" --version
echo "program=$environment/bin/vendorlint" >>"$GITHUB_OUTPUT"
