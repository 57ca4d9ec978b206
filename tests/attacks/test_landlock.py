"""The second backend, where namespaces are forbidden: the same attacks, accidents and promises."""

from __future__ import annotations

import copy
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from autograder import judge, workers
from autograder.assignment import Assignment
from autograder.child import landlock
from autograder.errors import ChildDied
from autograder.outcome import Outcome
from autograder.remote import Session
from autograder.sandbox import Sandbox, examine, launch
from autograder.sandbox.bubblewrap import Bubblewrap
from autograder.submission import Submission
from tests.attacks import test_accidents
from tests.attacks.attack import Attack, corpus
from tests.attacks.conftest import Arena, Canaries, at_speed, outcomes
from tests.attacks.test_accidents import written as written
from tests.attacks.test_attacks import check_secrets, few

pytestmark = pytest.mark.skipif(not landlock.version(), reason="this kernel has no Landlock")
AT_ONCE = ("escapes", "secrets", "poison")  # families that namespaces defend elsewhere: tried on every change


TOLD_YES = ("writes_outside",)  # it takes the filter's word for it: what really happens is in a test of its own


def attacks() -> list[Any]:
    return [
        pytest.param(a, id=f"{a.family}-{a.path.stem}", marks=[] if a.family in AT_ONCE and "slow" not in a.settings else [pytest.mark.slow])
        for a in corpus()
        if not a.made and a.path.stem not in TOLD_YES
    ]


@pytest.fixture(scope="module")
def walled(tmp_path_factory: pytest.TempPathFactory, canaries: Canaries) -> Iterator[Arena]:
    before = judge.GRACE
    judge.GRACE = 1.0
    one = Arena(tmp_path_factory.mktemp("landlocked"), canaries.word, backend="landlock")
    yield one
    one.box.close()
    judge.GRACE = before


@pytest.mark.parametrize("attack", attacks())
def test_an_attack_behind_landlock_alone(attack: Attack, walled: Arena, canaries: Canaries, tmp_path: Path) -> None:
    for one in few(attack.submissions(tmp_path)):
        grade = walled.grade(one, attack.assignment, attack.seconds)
        assert grade.score <= attack.earns
        assert not grade.internal
        assert grade.seconds < 60
        check_secrets(grade, canaries)
    walled.check_nothing_left()
    walled.check_neighbours(attack.assignment)
    assert folders(walled) == []


def folders(arena: Arena) -> list[Path]:
    """What children have left on the disk."""
    return [p for z in arena.box._zygotes.values() for p in Path(z._wall.config["work"]).iterdir()]


@pytest.fixture(scope="module")
def box() -> Iterator[Sandbox]:
    with Sandbox(backend="landlock") as sandbox:
        yield sandbox



@pytest.mark.slow
@pytest.mark.parametrize("accident", test_accidents.FULL)
def test_full_credit_behind_landlock_for_right_code_whose_file(
    accident: str, written: dict[str, Any], activations: Assignment, box: Sandbox, tmp_path: Path
) -> None:
    file, unlucky = test_accidents.FULL[accident]
    grade = test_accidents.graded(file, unlucky(copy.deepcopy(written)), activations, box, tmp_path)
    assert [(c.case, c.says) for q in grade.questions for c in q.cases if c.outcome is not Outcome.PASSED] == []


SABOTAGE = """
import os
def f(path):
    done = []
    for name, change in {
        'write': lambda: open(path, 'r+'), 'read': lambda: open(path), 'link': lambda: os.link(path, 'mine'), 'truncate': lambda: os.truncate(path, 0),
        'rename': lambda: os.rename(path, path + '.old'), 'add': lambda: open(path + '.new', 'w'), 'list': lambda: os.listdir(os.path.dirname(path)),
        'mode': lambda: os.chmod(path, 0), 'time': lambda: os.utime(path, (0, 0)), 'owner': lambda: os.chown(path, -1, -1), 'remove': lambda: os.remove(path),
    }.items():
        try:
            change()
            done.append(name)
        except OSError:
            pass
    return done
"""


def test_a_file_of_the_same_user_is_neither_read_nor_changed(box: Sandbox) -> None:
    place = Path(tempfile.mkdtemp())
    file = place / "grades.csv"
    file.write_text("secret")
    if os.geteuid() == 0:
        for path in (place, file):
            os.chown(path, launch.ORDINARY, launch.ORDINARY)
    before = file.stat()
    child = box.spawn(True)
    session = Session(child)
    session.run(SABOTAGE, "<cell 1>", 5)
    assert session.get("f")(str(file)) == ["mode", "time", "owner", "remove"]  # it is told so
    child.close()
    assert file.stat() == before
    assert [p.name for p in place.iterdir()] == ["grades.csv"]
    shutil.rmtree(place)


OWN = """
import os, tempfile, threading
def f():
    os.makedirs('a/b')
    with open('a/b/c', 'w') as s:
        s.write('kept')
    with tempfile.TemporaryFile() as s, tempfile.NamedTemporaryFile() as t:
        s.write(b'x')
        t.write(b'x')
    os.chmod('a/b/c', 0o600)
    thread = threading.Thread(target=print)
    thread.start()
    thread.join()
    with open('a/b/c') as s, open(os.devnull) as t:
        return [s.read(), t.read(), os.listdir('data')]
"""


def test_honest_code_has_files_threads_and_data() -> None:
    data = Path(tempfile.mkdtemp())
    data.chmod(0o755)
    (data / "heights.csv").write_text("1")
    with Sandbox(backend="landlock", data=data) as box:
        session = Session(box.spawn(True))
        assert session.run(OWN, "<cell 1>", 5) == []
        assert session.get("f")() == ["kept", "", ["heights.csv"]]
    shutil.rmtree(data)


HOSTILE = (
    "import os\nwhile True:\n    os.kill(os.getppid(), 9)\n    os.kill(-1, 9)",
    "import os\nos.kill(os.getpid(), 19)",
    "for n in range(40):\n    open(f'x{n}', 'wb').write(b'0' * (30 << 20))",
    "import threading, time\nthreading.stack_size(65536)\nfor n in range(3000):\n    threading.Thread(target=time.sleep, args=(60,), daemon=True).start()",
)


def test_a_batch_of_honest_and_hostile_work_on_all_cores(walled: Arena, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(Bubblewrap, "usable", staticmethod(lambda: False))  # which the workers inherit
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    tmp_path.chmod(0o755)
    for folder in [p for p in tmp_path.parents if "pytest" in str(p)]:  # one more of them where tests run side by side
        folder.chmod(0o755)
    hostile = [Submission(f"eve{n}", "eve.py", (source,)) for n, source in enumerate(HOSTILE)]
    honest = walled.honest["sandpit"]
    submissions = [s for one in hostile for s in (*honest, one)]
    grades = dict(workers.grade_many(submissions, at_speed(walled.assignments["sandpit"], 10.0), jobs=2))
    for number, one in enumerate(submissions):
        if one in honest:
            assert outcomes(grades[number]) == walled.deserved["sandpit"][honest.index(one)]
        else:
            assert grades[number].score == 0
    assert list(tmp_path.iterdir()) == []


KERAS = """
import keras, numpy as np, tensorflow as tf
model = keras.Sequential([keras.layers.Input((4,)), keras.layers.Dense(3)])
model.compile('adam', 'mse')
model.fit(np.zeros((64, 4)), np.zeros((64, 3)), verbose=0, callbacks=[keras.callbacks.ModelCheckpoint('best.keras')])
model.save_weights('all.weights.h5')
model.load_weights('all.weights.h5')
shapes = [b.shape[0] for b in tf.data.Dataset.from_tensor_slices(np.zeros((6, 4))).batch(4).map(abs).prefetch(1)]
again = keras.models.load_model('best.keras')
def f():
    return shapes, again.predict(np.zeros((2, 4)), verbose=0).shape
"""


def test_keras_trains_saves_and_loads(box: Sandbox) -> None:
    child = box.spawn(False)
    session = Session(child)
    child.deadline = time.monotonic() + 120
    assert session.run(KERAS, "<cell 1>", 120) == []
    assert session.get("f")() == ([4, 2], (2, 3))
    child.close()


PEEK = """
import os
def f():
    found = {}
    for path in ('/proc/self/net/unix', '/proc/self/mountinfo', '/proc/self/environ', '/proc/self/fd', '/proc/self/mem', '/tmp', '..', '/usr/bin/id', '/etc/passwd'):
        try:
            os.close(os.open(path, os.O_RDONLY))
            found[path] = 'opened'
        except OSError:
            pass
    for name, start in {'fork': os.fork, 'exec': lambda: os.execv('/usr/bin/id', ['id']), 'signal': lambda: os.kill(os.getppid(), 0),
                        'priority': lambda: os.setpriority(os.PRIO_PROCESS, os.getppid(), 19), 'cores': lambda: os.sched_setaffinity(os.getppid(), [0]),
                        'limit': lambda: __import__('resource').prlimit(os.getppid(), 0), 'session': os.setsid}.items():
        try:
            found[name] = start()
        except OSError:
            pass
    return found
"""


def test_other_processes_and_the_machine_are_out_of_reach(box: Sandbox) -> None:
    child = box.spawn(True)
    session = Session(child)
    assert session.run(PEEK, "<cell 1>", 5) == []
    assert session.get("f")() == {}
    child.close()


def test_more_files_than_allowed_end_a_submission(box: Sandbox) -> None:
    child = box.spawn(True)
    session = Session(child)
    with pytest.raises(ChildDied):
        session.run("import time\nfor n in range(2100):\n    open(f'f{n}', 'w').close()\ntime.sleep(20)", "<cell 1>", 8)
    assert not child.alive


def test_every_protection_that_landlock_promises_holds(box: Sandbox) -> None:
    findings = list(examine(box, quick=True))
    assert len(findings) >= 11
    assert [f for f in findings if not f.holds] == []
    assert len(box.backend.lacks) >= 4
