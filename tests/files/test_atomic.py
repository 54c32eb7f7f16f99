import os
import time

import pytest

from vendorlint.errors import InputError
from vendorlint.files.atomic import write_atomically


def test_writes_utf8_with_unix_lines_and_leaves_nothing_else(tmp_path):
    path = tmp_path / "f.yaml"
    write_atomically(path, "é\n")
    assert path.read_bytes() == "é\n".encode()
    assert list(tmp_path.iterdir()) == [path]
    umask = os.umask(0)
    os.umask(umask)
    assert path.stat().st_mode & 0o777 == 0o666 & ~umask


def test_keeps_permissions(tmp_path):
    path = tmp_path / "f.yaml"
    path.write_text("old")
    path.chmod(0o640)
    write_atomically(path, "new")
    assert (path.read_text(), path.stat().st_mode & 0o777) == ("new", 0o640)


@pytest.mark.parametrize("name", ["target.yaml", "none.yaml"])
def test_nothing_is_written_through_a_link(tmp_path, name):
    (tmp_path / "target.yaml").write_text("old")
    link = tmp_path / "link.yaml"
    link.symlink_to(tmp_path / name)
    with pytest.raises(InputError) as refused:
        write_atomically(link, "new")
    assert str(refused.value) == f"{link}: is a link; nothing is written through one"
    assert {each.name: each.is_symlink() for each in tmp_path.iterdir()} == {"target.yaml": False, "link.yaml": True}
    assert (tmp_path / "target.yaml").read_text() == "old"


def test_what_is_no_regular_file_is_not_replaced(tmp_path):
    """As /dev/null is none: for whoever may write there, the machine would have lost it."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(InputError) as refused:
        write_atomically(pipe, "new")
    assert str(refused.value) == f"{pipe}: is no regular file; expected the file to write"
    assert (pipe.is_fifo(), list(tmp_path.iterdir())) == (True, [pipe])


def test_another_name_of_a_file_keeps_what_was_in_it(tmp_path):
    path, other = tmp_path / "f.yaml", tmp_path / "other"
    path.write_text("old")
    other.hardlink_to(path)
    write_atomically(path, "new")
    assert (path.read_text(), other.read_text()) == ("new", "old")


def test_a_text_that_cannot_be_encoded_leaves_the_old_file(tmp_path):
    path = tmp_path / "f.yaml"
    path.write_text("old")
    with pytest.raises(UnicodeEncodeError):
        write_atomically(path, "\ud800")
    assert [file.read_text() for file in tmp_path.iterdir()] == ["old"]


def test_what_killed_processes_left_is_taken_away(tmp_path):
    path = tmp_path / "f[1].yaml"
    kept = {
        ".f[1].yaml.abcdefgh.tmp": 30,
        ".f[1].yaml.tmp": 900,
        ".f1.yaml.abcdefgh.tmp": 900,
        "f[1].yaml.abcdefgh.tmp": 900,
    }
    gone = {".f[1].yaml.ijklmnop.tmp": 90, ".f[1].yaml.qrstuv_x.tmp": 900}
    for name, age in (kept | gone).items():
        (tmp_path / name).write_text("half")
        os.utime(tmp_path / name, (time.time() - age,) * 2)
    write_atomically(path, "whole")
    assert {each.name for each in tmp_path.iterdir()} == {*kept, path.name}


def test_missing_folder(tmp_path):
    with pytest.raises(InputError, match="cannot be written: No such file or directory"):
        write_atomically(tmp_path / "none" / "f.yaml", "")
