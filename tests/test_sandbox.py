"""Which backend is used, what is said when it is weaker, and that a broken wall is noticed before anybody is graded."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from autograder.child import kernel, landlock
from autograder.cli import main
from autograder.errors import SandboxError
from autograder.language import Sentence
from autograder.sandbox import Finding, Sandbox, available, bubblewrap, doctor, insist, seccomp, watch
from autograder.sandbox.bubblewrap import Bubblewrap
from autograder.sandbox.landlock import Landlock
from autograder.sandbox.walls import choose

needs_landlock = pytest.mark.skipif(not landlock.version(), reason="this kernel has no Landlock")


def usable(monkeypatch: pytest.MonkeyPatch, *, namespaces: bool, rules: bool) -> None:
    monkeypatch.setattr(Bubblewrap, "usable", staticmethod(lambda: namespaces))
    monkeypatch.setattr(landlock, "version", lambda: 4 if rules else 0)


@pytest.mark.parametrize(("namespaces", "rules", "chosen"), [(True, True, Bubblewrap), (True, False, Bubblewrap), (False, True, Landlock)])
def test_the_strongest_backend_that_works_is_used(
    monkeypatch: pytest.MonkeyPatch, namespaces: bool, rules: bool, chosen: type
) -> None:
    usable(monkeypatch, namespaces=namespaces, rules=rules)
    assert choose() is chosen
    assert available()


def test_without_any_backend_there_is_no_sandbox_and_the_reason_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    usable(monkeypatch, namespaces=False, rules=False)
    assert not available()
    with pytest.raises(SandboxError, match="bubblewrap is missing or may not create namespaces, and this kernel has no Landlock"):
        Sandbox().spawn(True)


@pytest.mark.parametrize("name", ["bubblewrap", "landlock", "nonsense"])
def test_a_backend_asked_for_by_name_is_never_replaced_by_another(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    usable(monkeypatch, namespaces=name != "bubblewrap", rules=name != "landlock")
    with pytest.raises(SandboxError):
        Sandbox(backend=name).spawn(True)


def test_bubblewrap_that_may_not_make_namespaces_is_not_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    forbidden = tmp_path / "bwrap"
    forbidden.write_text("#!/bin/sh\necho 'bwrap: setting up uid map: Permission denied' >&2\nexit 1\n")
    forbidden.chmod(0o755)
    tmp_path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    assert not Bubblewrap.usable()


def test_bubblewrap_without_namespaces_within_namespaces_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Bubblewrap.usable()
    bubblewrap._may_make_namespaces.cache_clear()
    monkeypatch.setattr(bubblewrap, "TRIAL", [*bubblewrap.TRIAL, "--disable-userns"])
    assert not Bubblewrap.usable()
    bubblewrap._may_make_namespaces.cache_clear()


def test_grading_is_refused_when_a_promised_protection_does_not_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    pyseccomp = pytest.importorskip("pyseccomp")
    everything = seccomp._compiled(pyseccomp.SyscallFilter(defaction=pyseccomp.ALLOW))
    monkeypatch.setattr(seccomp, "program", lambda: everything)
    with Sandbox(backend="bubblewrap") as box, pytest.raises(SandboxError, match="a filter on system calls"):
        insist(box)


@needs_landlock
def test_grading_behind_landlock_is_refused_too_when_its_filter_does_not_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    pyseccomp = pytest.importorskip("pyseccomp")
    everything = seccomp._compiled(pyseccomp.SyscallFilter(defaction=pyseccomp.ALLOW))
    monkeypatch.setattr(seccomp, "alone", lambda scoped: everything)
    with Sandbox(backend="landlock") as box, pytest.raises(SandboxError, match="a filter on system calls"):
        insist(box)


def test_without_walls_the_doctor_finds_everything_broken() -> None:
    with Sandbox(unsafe=True) as box:
        found = {f.name.en: f.holds for f in doctor.examine(box, quick=True)}
        insist(box)  # by the user's own wish
    assert not found["no reading of this machine's files"]
    assert not found["nothing writable but its own bounded folder"]
    assert not found["no changes to other files' names, permissions or times"]
    assert not found["no privileges, and a filter on system calls"]


@pytest.mark.parametrize(("backend", "lang", "words"), [
    ("bubblewrap", "en", ["Sandbox: bubblewrap", "bubblewrap: every protection it promises holds."]),
    pytest.param("landlock", "en", ["Sandbox: landlock", "weaker", "can ask whether a file exists"], marks=needs_landlock),
    pytest.param("landlock", "es", ["sin red", "preguntar si existe un archivo"], marks=needs_landlock),
])  # fmt: skip
def test_the_doctor_names_the_backend_and_says_what_it_lacks(
    monkeypatch: pytest.MonkeyPatch, backend: str, lang: str, words: list[str]
) -> None:
    usable(monkeypatch, namespaces=backend == "bubblewrap", rules=True)
    monkeypatch.setattr("autograder.sandbox.examine", lambda box: iter([Finding(Sentence("no network", "sin red"), True, "")]))
    done = CliRunner().invoke(main, ["doctor", "--lang", lang], env={"LANG": f"{lang}_XX"})
    assert done.exit_code == 0, done.output
    assert all(word in done.output for word in words), done.output


def in_a_child(act: Callable[[], bool]) -> bool:
    """What `act` says in a process of its own, which it may lock."""
    pid = os.fork()
    if pid == 0:
        try:
            os._exit(0 if act() else 1)
        except BaseException:
            os._exit(2)
    return os.waitpid(pid, 0)[1] == 0


def refused(act: Callable[[], object]) -> bool:
    try:
        act()
    except PermissionError:
        return True
    return False


@needs_landlock
@pytest.mark.parametrize("known", range(1, 8))
def test_landlock_of_every_version_leaves_only_what_it_names(known: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if known > landlock.version():
        pytest.skip("newer than this kernel")
    monkeypatch.setattr(landlock, "version", lambda: known)
    (tmp_path / "own").mkdir()
    (tmp_path / "shown").write_text("shown")
    (tmp_path / "hidden").write_text("hidden")

    def act() -> bool:
        landlock.restrict([str(tmp_path / "shown"), str(tmp_path / "nowhere")], [str(tmp_path / "own")])
        (tmp_path / "own" / "made").write_text("x")
        return (
            (tmp_path / "shown").read_text() == "shown"
            and refused((tmp_path / "hidden").read_text)
            and refused(lambda: os.listdir(tmp_path))
            and refused(lambda: (tmp_path / "shown").write_text("x"))
            and refused((tmp_path / "own" / "made").unlink)
            and refused(lambda: os.rename(tmp_path / "own" / "made", tmp_path / "own" / "other"))
            and (known < landlock.SIGNALS_FROM or refused(lambda: os.kill(os.getppid(), 0)))
        )

    assert in_a_child(act)


@pytest.mark.parametrize("scoped", [True, False])
def test_the_filter_for_one_process_alone(scoped: bool, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("x")
    program = seccomp.alone(scoped)

    def act() -> bool:
        import resource
        import socket

        kernel.install_filter(program)
        os.unlink(tmp_path / "kept")
        os.chmod(tmp_path / "kept", 0)
        return (
            refused(socket.socket)
            and refused(os.fork)
            and refused(lambda: os.execv("/bin/true", ["true"]))
            and refused(lambda: os.truncate(tmp_path / "kept", 0))
            and refused(lambda: os.open(tmp_path, os.O_TMPFILE | os.O_RDWR))
            and refused(lambda: resource.prlimit(os.getppid(), resource.RLIMIT_NOFILE))
            and refused(lambda: kernel.prctl(kernel.PDEATHSIG, 0))
            and refused(lambda: os.kill(os.getppid(), 0)) is not scoped
        )

    assert in_a_child(act)
    assert (tmp_path / "kept").read_text() == "x"
    assert (tmp_path / "kept").stat().st_mode & 0o777


def test_disk_space_is_counted_without_following_links(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c").write_bytes(bytes(range(256)) * 4096)
    (tmp_path / "a" / "up").symlink_to("/")
    assert 1 << 20 <= watch.disk(tmp_path, 10) < 2 << 20
    assert watch.disk(tmp_path, 3) == float("inf")
    assert watch.disk(tmp_path / "nowhere", 3) == 0


def test_threads_are_counted() -> None:
    assert watch.threads(os.getpid()) >= 1
    assert watch.threads_of(os.getuid()) >= watch.threads(os.getpid())
    assert watch.threads(-1) == 0
