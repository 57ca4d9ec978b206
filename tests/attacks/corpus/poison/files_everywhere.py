"""leaves files and folders wherever it may write -> the next submission sees none of them"""
import os

for folder in (".", "/tmp", "/dev/shm", "/work", "/var/tmp", "/kit", "/site", "/kit/autograder", "/site/numpy", "/usr/lib", "/"):
    for name in ("numpy.py", "sitecustomize.py", "json.py", "relu.py", ".pth", "usercustomize.py", "ast.py"):
        try:
            open(os.path.join(folder, name), "w").write("raise SystemExit('poisoned')")
        except OSError:
            pass
