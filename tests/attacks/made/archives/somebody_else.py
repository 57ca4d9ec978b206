"""puts work under the names of other students into its own archive -> it is all its own
students: ana, bob, eve
earns: 8
"""
import io
import zipfile

ANSWER = "import numpy as np\ndef relu(x):\n    return np.maximum(np.asarray(x, dtype=float), 0)\n"


def make(folder):
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        for name in ("Bob_77_assignsubmission_file_/x.py", "submitted/bob/02_activations/x.py", "bob_1_2_x.py", "02_activations/bob.py", "../bob.py", "bob/x.py"):
            archive.writestr(name, ANSWER)
    with zipfile.ZipFile(folder / "class.zip", "w") as archive:
        archive.writestr("bob_1_11_relu.py", "x = 1\n")
        archive.writestr("ana_1_12_relu.py", "x = 1\n")
        archive.writestr("eve_1_13_work.zip", inner.getvalue())
