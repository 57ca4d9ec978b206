"""archives with links, absolute paths and .. to files of the grader -> they are ignored
students: eve
"""
import zipfile


def make(folder):
    with zipfile.ZipFile(folder / "eve.zip", "w") as archive:
        archive.writestr("own.py", "def relu(x):\n    return x\n")
        for name in ("../../evil.py", "/tmp/evil.py", "C:\\evil.py", "a/../../evil.py", "..\\evil.py"):
            archive.writestr(name, "raise SystemExit\n")
        link = zipfile.ZipInfo("link.py")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/root/.bashrc")
    (folder / "eve").mkdir()
    (folder / "eve" / "link.py").symlink_to("/etc/passwd")
    (folder / "eve" / "etc").symlink_to("/etc")
