"""Find the submissions in what an instructor has: a folder, single files, an LMS's zip, otter's or nbgrader's trees.

Archives are read in memory with every size bounded; links, absolute paths and `..` are ignored.
"""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from . import submission
from .errors import UsageError
from .language import Sentence
from .submission import WEIGHTS, Submission

SUFFIXES = (".ipynb", ".py")
MAX_WEIGHTS = 25 << 20  # bytes of one such file
MAX_FILES = 20_000
MAX_TOTAL = 2 << 30  # bytes of all files of one archive together
MAX_INNER = 128 << 20  # bytes of all files of an archive inside an archive, which is one student's
MAX_EACH = 20  # notebooks of one student's archive
PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the others ask for memory as they please
MAX_RATIO = 400  # a member that shrinks more than this is a bomb
SKIPPED = re.compile(r"(^|/)(\.[^/]*|__MACOSX|__pycache__)(/|$)")
CANVAS = re.compile(r"^(?P<student>[^_]+)_(?:LATE_)?\d+_\d+_")
MOODLE = re.compile(r"^(?P<student>.+)_\d+_assignsubmission_file(?:_|$)")
OTTER = re.compile(r"_\d{4}_\d{2}_\d{2}T\d{2}_\d{2}_\d{2}_\d+$")


@dataclass(frozen=True)
class Found:
    """One file that may be a submission."""

    path: str  # inside what was given, with /
    data: bytes
    archive: str = ""  # the student's own archive it came in: names inside it say nothing about who they are

    @property
    def where(self) -> str:
        """The path that tells whose it is."""
        return self.archive or self.path

    @property
    def place(self) -> tuple[str, str]:
        """The folder it lies in."""
        return self.archive, str(PurePosixPath(self.path).parent)


def submissions(given: Path, assignment: str) -> list[Submission]:
    """Every student's submission under `given`, sorted by student; UsageError when there is none.

    A student with several notebooks has several submissions: the caller keeps the best.
    """
    if not given.exists():
        raise UsageError(Sentence(f"There is nothing at {given}.", f"No hay nada en {given}."))
    files = list(_files(given))
    notebooks = [f for f in files if f.path == f.archive or _wanted(f.path)]
    weights = [f for f in files if f.path.endswith(WEIGHTS) and not SKIPPED.search(f.path)]
    above = _above([f.where for f in notebooks])
    owners = [submission.unicode(student_of(f.where, assignment, above)) for f in notebooks]
    found = [
        _with_weights(submission.read(f.data, owner, f.path), _beside(f, notebooks, weights, assignment, above))
        for f, owner in zip(notebooks, owners, strict=True)
    ]
    if not found:
        raise UsageError(
            Sentence(f"No notebook (.ipynb or .py) in {given}.", f"No hay cuadernos (.ipynb o .py) en {given}.")
        )
    return sorted(found, key=lambda s: (s.student, s.file))


def _beside(
    notebook: Found, notebooks: list[Found], weights: list[Found], assignment: str, above: int
) -> tuple[tuple[str, bytes], ...]:
    """The files of weights that lie beside a notebook and are not another student's."""
    alone = sum(f.place == notebook.place for f in notebooks) == 1
    owner, stem = student_of(notebook.where, assignment, above), PurePosixPath(notebook.path).stem
    mine = [
        (PurePosixPath(f.path).name, f.data)
        for f in weights
        if f.place == notebook.place
        and (
            alone
            or student_of(f.where, assignment, above) == owner
            or PurePosixPath(f.path).name.startswith((f"{stem}.", f"{stem}_"))
        )
    ]
    return tuple(mine)


def _with_weights(read: Submission, weights: tuple[tuple[str, bytes], ...]) -> Submission:
    """The submission with its files of weights; those that are empty or too large are named in a note."""
    notes = tuple(
        Sentence(
            f"{name} is empty or larger than 25 MiB, so it was not read.",
            f"{name} está vacío o pesa más de 25 MiB, así que no se leyó.",
        )
        for name, data in weights
        if not data
    )
    return replace(read, notes=read.notes + notes, weights=tuple(w for w in weights if w[1]))


def _above(paths: list[str]) -> int:
    """How many folders lie above Moodle's own: those that every file has, since one file's may be a student's lie."""
    folders = [PurePosixPath(path).parts[:-1] for path in paths]
    for depth in range(min(map(len, folders), default=0)):
        if all(MOODLE.match(names[depth]) for names in folders):
            return depth
    return 0


def _files(given: Path) -> Iterator[Found]:
    if not given.is_dir():
        yield from _opened(given, given.name, outermost=True)
        if not given.name.endswith(".zip"):
            for path in sorted(p for p in given.parent.iterdir() if p.name.endswith(WEIGHTS) and p.is_file()):
                yield from _opened(path, path.name, outermost=True)
        return
    candidates = [
        p
        for p in sorted(given.rglob("*"))
        if p.name.endswith((*SUFFIXES, *WEIGHTS, ".zip")) and p.is_file() and not p.is_symlink()
    ]
    for path in candidates:
        alone = len(candidates) == 1 and path.suffix == ".zip"  # then it may be the LMS's own, in a folder of its own
        yield from _opened(path, path.relative_to(given).as_posix(), outermost=alone and _is_lms(path))


def _is_lms(path: Path) -> bool:
    """Whether an archive names the student of every notebook in it as an LMS does."""
    names = [found.path.split("/")[0] for found in unzip(path.read_bytes(), 0)]
    return bool(names) and all(CANVAS.match(name) or MOODLE.match(name) for name in names)


def _opened(path: Path, name: str, outermost: bool) -> Iterator[Found]:
    """The file, or what is in it; only an `outermost` archive tells whose its files are."""
    with path.open("rb") as file:
        data = file.read(MAX_TOTAL if name.endswith(".zip") else submission.MAX_BYTES + 1)
    if not name.endswith(".zip"):
        yield Found(name, _small(name, data))
    elif outermost:
        yield from unzip(data)
    else:
        yield from _inner(name, data)


def _inner(name: str, data: bytes) -> Iterator[Found]:
    """The files of one student's archive."""
    inside = (f for f in unzip(data, 0, MAX_INNER) if _wanted(f.path) or f.path.endswith(WEIGHTS))
    found = [Found(f"{name.removesuffix('.zip')}/{f.path}", f.data, name) for f in itertools.islice(inside, MAX_EACH)]
    yield from found if any(_wanted(f.path) for f in found) else [Found(name, b"", name)]  # damaged, or without a notebook: the student is named


def unzip(data: bytes, depth: int = 1, room: int = MAX_TOTAL) -> Iterator[Found]:
    """The files of an archive, and of archives in it, without touching the disk."""
    if data.count(b"PK\1\2") > 4 * MAX_FILES:  # entries of its directory, which zipfile reads whole
        return
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except Exception:  # as below
        return
    total = 0
    for member in archive.infolist()[:MAX_FILES]:
        name = member.filename.replace("\\", "/")
        if member.is_dir() or _is_link(member) or _escapes(name) or not name.endswith((*SUFFIXES, *WEIGHTS, ".zip")):
            continue
        if (
            member.file_size > MAX_RATIO * max(member.compress_size, 1) + 65536
            or member.file_size > submission.MAX_BYTES
            or member.compress_type not in PLAIN
        ):
            yield Found(name, b"")  # read as an empty file: the student is named, the bomb stays closed
            continue
        total += member.file_size
        if total > room:
            return
        try:
            with archive.open(member) as file:
                content = file.read(member.file_size + 1)
        except Exception:  # a damaged archive makes zipfile raise almost anything
            content = b""
        if name.endswith(".zip") and depth > 0:
            yield from _inner(name, content)
        elif not name.endswith(".zip"):
            yield Found(name, _small(name, content))


def _small(name: str, data: bytes) -> bytes:
    """The content of a file; of weights that are too large, nothing."""
    return b"" if name.endswith(WEIGHTS) and len(data) > MAX_WEIGHTS else data


def _is_link(member: zipfile.ZipInfo) -> bool:
    return (member.external_attr >> 16) & 0o170000 == 0o120000


def _escapes(name: str) -> bool:
    return name.startswith("/") or ".." in name.split("/") or ":" in name.split("/")[0]


def _wanted(path: str) -> bool:
    """Notebooks and scripts; not the files the kit itself hands out, nor hidden ones."""
    name = PurePosixPath(path).name
    return path.endswith(SUFFIXES) and not SKIPPED.search(path) and name not in ("tests_public.py", "__init__.py")


def student_of(path: str, assignment: str, above: int = 0) -> str:
    """Who handed in the file at `path`, as far as names of files and folders tell, `above` folders aside."""
    *folders, file = PurePosixPath(path).parts[above:]
    stem = PurePosixPath(file).stem
    if folders and (moodle := MOODLE.match(folders[0])):
        return moodle["student"]
    while folders and folders[0] == "submitted":  # nbgrader: submitted/<student>/<assignment>/<notebook>
        folders = folders[1:]
    folders = [f for f in folders if f.partition(".")[0] != assignment]
    if folders:
        return _owner(folders[0])
    return _owner(stem)


def _owner(name: str) -> str:
    canvas = CANVAS.match(name)
    return canvas["student"] if canvas else OTTER.sub("", name)
