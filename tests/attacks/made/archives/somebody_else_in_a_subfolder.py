"""hands in folders that are named as Moodle names those of others -> all in its own folder is its own
students: bob, eve
earns: 8
"""

ANSWER = "import numpy as np\ndef relu(x):\n    return np.maximum(np.asarray(x, dtype=float), 0)\n"


def make(folder):
    for name in ("eve/Bob_77_assignsubmission_file_/x.py", "eve/submitted/bob/x.py", "eve/bob_1_2_x.py", "eve/bob/02_activations/bob.py"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(ANSWER)
    (folder / "bob").mkdir()
    (folder / "bob" / "activations.py").write_text("x = 1\n")
