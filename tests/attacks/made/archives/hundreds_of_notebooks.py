"""hands in hundreds of notebooks that all hang, to occupy the grader for days -> only so many of one student are read
earns: 0
"""
import zipfile


def make(folder):
    with zipfile.ZipFile(folder / "eve.zip", "w") as archive:
        for n in range(3000):
            archive.writestr(f"{n}.py", "x = 1\n")
    (folder / "eve.py").write_text("y = 1\n")
