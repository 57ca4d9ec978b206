"""Grade on a Dask cluster: grade(submission) is the unit of work, each worker process keeps its own warm sandbox.

Nothing of a scheduler is written here: Dask places tasks, retries those whose worker was lost, and reaches Slurm or
Kubernetes through dask-jobqueue or its operator. What travels: to the workers the assignment's folder once, as bytes,
and submissions as data; back come grades as data (JSON). Tests reach worker processes only, never a sandbox.
"""

from __future__ import annotations

import atexit
import hashlib
import io
import shutil
import socket
import tempfile
import threading
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec

from . import diagnose, tested, workers
from .assignment import Assignment
from .errors import SandboxError, UsageError
from .language import Sentence
from .outcome import Grade
from .sandbox import Sandbox, insist
from .submission import Submission
from .workers import Hand, Only

if TYPE_CHECKING:
    from distributed import Client, Future

AHEAD = 4  # tasks per thread of the cluster that wait: the scheduler holds no whole class
PATIENCE = 60.0  # seconds to reach the scheduler, and then its first worker
TAKEN = ("notebook.py", "tests_public.py", "tests_hidden.py")  # of the folder, with data/: no answers travel
MISSING = Sentence(
    "--dask needs the package `distributed`: pip install 'deep-learning-autograder[cluster]'.",
    "--dask necesita el paquete `distributed`: pip install 'deep-learning-autograder[cluster]'.",
)


def grade_many(
    submissions: Sequence[Submission],
    assignment: Assignment,
    address: str,
    unsafe: bool = False,
    only: Sequence[Only] | None = None,
) -> Iterator[tuple[int, Grade]]:
    """As `workers.grade_many`, on the cluster whose scheduler is at `address`.

    Raises UsageError when the cluster cannot be reached, SandboxError when its workers have another kit or no sandbox.
    """
    if not submissions:
        return
    client = connect(address)
    try:
        folder = client.scatter(pack(assignment.folder), broadcast=True, hash=True)
        _look(client, unsafe)
        yield from _tasks(
            client, list(submissions), list(only or [None] * len(submissions)), assignment, folder, unsafe
        )
    finally:
        client.close()


def connect(address: str) -> Client:
    """A client of the cluster, which has a worker; UsageError when there is none in time."""
    try:
        from distributed import Client
    except ImportError:
        raise UsageError(MISSING) from None
    try:
        _reach(address)  # a client that cannot start takes minutes to end
        client = Client(address, timeout=PATIENCE, set_as_default=False)
        client.wait_for_workers(1, timeout=PATIENCE)
    except (OSError, ValueError) as error:
        why = f"{type(error).__name__}: {error}"
        raise UsageError(
            Sentence(
                f"There is no Dask cluster with a worker at {address} ({why}).",
                f"No hay un clúster de Dask con trabajadores en {address} ({why}).",
            )
        ) from None
    return client


def _reach(address: str) -> None:
    """OSError when nothing listens there, ValueError when it is no address."""
    parts = urlsplit(address)
    if parts.scheme not in ("tcp", "tls") or not parts.hostname or not parts.port:
        raise ValueError("tcp://HOST:PORT")
    socket.create_connection((parts.hostname, parts.port), PATIENCE).close()


def _look(client: Client, unsafe: bool) -> None:
    """Refuse a cluster where another kit would give other verdicts, or where code would run without a sandbox."""
    for worker, (kit, fault) in client.run(_fit, unsafe).items():
        if fault:
            raise SandboxError(Sentence(f"{worker}: {fault[0]}", f"{worker}: {fault[1]}"))
        if kit != tested.kit():
            raise SandboxError(
                Sentence(
                    f"{worker}: another version of this kit or of its libraries is installed there.",
                    f"{worker}: allí hay instalada otra versión de este kit o de sus bibliotecas.",
                )
            )


def _tasks(
    client: Client,
    submissions: list[Submission],
    only: list[Only],
    assignment: Assignment,
    folder: Future,
    unsafe: bool,
) -> Iterator[tuple[int, Grade]]:
    from distributed import as_completed

    numbers = iter(range(len(submissions)))
    waiting: dict[str, int] = {}
    done = as_completed(loop=client.loop)

    def send(count: int) -> None:
        for number in (n for _, n in zip(range(count), numbers, strict=False)):
            data = msgspec.json.encode((submissions[number], only[number]))
            task = client.submit(_grade, data, folder, unsafe, pure=False, retries=1)
            waiting[task.key] = number
            done.add(task)

    send(AHEAD * max(1, sum(client.nthreads().values())))
    for task in done:
        number = waiting.pop(task.key)
        grade = _outcome(task, submissions[number], assignment, only[number])
        task.release()
        send(1)
        yield number, grade


def _outcome(task: Future, submission: Submission, assignment: Assignment, only: Only) -> Grade:
    """What a worker found, or INTERNAL when it could not grade."""
    if task.status == "finished":
        return msgspec.json.decode(task.result(), type=Grade)
    return workers.broken(submission, assignment, task.exception() or RuntimeError(task.status), only)


def pack(folder: Path) -> bytes:
    """The files of an assignment that decide grades, as a zip; the same files are the same bytes."""
    folder = folder.resolve()
    root, buffer = folder.parent.parent, io.BytesIO()
    data = sorted(p for p in (folder / "data").rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    mistakes = root / "assignments" / folder.name / diagnose.FILE
    names = {
        path: f"solutions/{folder.name}/{path.relative_to(folder).as_posix()}"
        for path in (*(folder / n for n in TAKEN), *data)
    }
    if mistakes.is_file():
        names[mistakes] = f"assignments/{folder.name}/{diagnose.FILE}"
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, name in names.items():
            archive.writestr(zipfile.ZipInfo(name), path.read_bytes(), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


# on the workers

_lock = threading.Lock()
_hands: dict[tuple[str, bool], list[Hand]] = {}  # by folder: those at rest
_places: dict[str, Path] = {}


def _fit(unsafe: bool) -> tuple[str, tuple[str, str] | None]:
    """The hash of this worker's kit, and what is wrong with its sandbox."""
    try:
        with Sandbox(unsafe=unsafe) as box:
            insist(box)
    except SandboxError as error:
        return tested.kit(), (error.says.en, error.says.es)
    return tested.kit(), None


def _grade(data: bytes, folder: bytes, unsafe: bool) -> bytes:
    """One submission's grade, both as JSON, by a process of this worker's that stays warm: one for each thread."""
    name = hashlib.sha256(folder).hexdigest()
    with _lock:
        resting = _hands.setdefault((name, unsafe), [])
        hand = resting.pop() if resting else Hand(_place(name, folder), unsafe)
    try:
        return hand.grade(data)
    finally:
        with _lock:
            resting.append(hand)


def _place(name: str, folder: bytes) -> Path:
    """The assignment, unpacked into a private folder of this process."""
    if name not in _places:
        for hand in (h for several in _hands.values() for h in several):
            hand.close()  # of the assignment before; it starts again if it is needed
        place = Path(tempfile.mkdtemp(prefix="autograder-"))  # mode 0700
        atexit.register(shutil.rmtree, place, ignore_errors=True)
        with zipfile.ZipFile(io.BytesIO(folder)) as archive:
            archive.extractall(place)
        (_places[name],) = (place / "solutions").iterdir()
    return _places[name]
