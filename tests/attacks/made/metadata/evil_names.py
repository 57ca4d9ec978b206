"""names its file and folder with formulas, markup, terminal commands and paths -> they are shown as text
students: =HYPERLINK("evil","98"), <script>alert(1)<, \x1b[31mred\u202eevil
"""


def make(folder):
    code = "def relu(x):\n    return x\n"
    for name in ('=HYPERLINK("evil","98")', "<script>alert(1)<", "\x1b[31mred\u202eevil"):
        (folder / name).mkdir()
        (folder / name / "relu.py").write_text(code)
