"""archives that would fill the memory: one large file, many entries, archives in archives -> they stay closed
students: ana, eve
"""
import io
import zipfile


def zipped(files):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def make(folder):
    zeros = bytes(70 << 20)
    inside = {f"{n}.py": b"x = 1  # " + bytes(100_000) for n in range(500)}
    nest = zipped({"a.py": "x = 1"})
    for _ in range(10):
        nest = zipped({"b.zip": nest})
    with zipfile.ZipFile(folder / "class.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("eve_1_1_bomb.ipynb", zeros)
        archive.writestr("eve_1_2_many.zip", zipped(inside))
        archive.writestr("eve_1_3_nest.zip", nest)
        archive.writestr("eve_1_4_lzma.zip", b"PK\3\4" + bytes(10_000))
        archive.writestr("ana_1_5_x.py", "x = 1\n")
