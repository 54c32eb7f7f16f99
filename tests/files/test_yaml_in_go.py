"""What the writer writes is read alike by OPA, whose YAML reader is Go's."""

import json
import subprocess

from vendorlint.files.yaml.document import dump_yaml

from ..tools import needed

STRINGS = [
    "", " ", "plain", "two words", "yes", "No", "on", "OFF", "y", "n", "null", "~", "True", "012", "0x1F", "0o17", "1_000", "1:30",
    "1e3", ".inf", "2026-11-24", "2026-11-24T10:00:00Z", "a: b", "- x", "# c", "<<", "=", "*a", "&a", "!a", "%a", "@a", "`a", "'", '"',
    "\\", "a\nb", "a\tb", "\r\n", "\x00", "\x7f", "\x85", "\u2028", "\ufeff", "é", "“quoted”", "😀", " lead", "trail ", "x" * 2000,
]  # fmt: skip
DATA = {
    "strings": STRINGS,
    "keys": {text: index for index, text in enumerate(STRINGS) if len(text) < 100},
    "numbers": [0, -1, 2**53, 1.5, 0.1, 1e16, 1e-7],
    "rest": [None, True, False, [], {}, [[1], {"a": [{"b": {}}]}]],
}


def test_opa_reads_the_same(tmp_path):
    path = tmp_path / "input.yaml"
    path.write_text(dump_yaml(DATA))
    run = subprocess.run(
        [needed("opa"), "eval", "--input", path, "--format", "json", "input"], capture_output=True, check=True
    )
    assert json.loads(run.stdout)["result"][0]["expressions"][0]["value"] == DATA
