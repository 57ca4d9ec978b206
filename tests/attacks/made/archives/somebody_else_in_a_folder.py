"""does the same where the class is a folder of archives -> it is all its own
students: bob, eve
"""
import zipfile


def make(folder):
    (folder / "bob.py").write_text("x = 1\n")
    with zipfile.ZipFile(folder / "eve.zip", "w") as archive:
        for name in ("Bob_77_assignsubmission_file_/x.py", "bob/x.py", "submitted/bob/x.py"):
            archive.writestr(name, "def relu(x):\n    return x\n")
