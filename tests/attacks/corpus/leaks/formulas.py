"""puts spreadsheet formulas into names and exceptions -> they are text"""

EVIL = '=HYPERLINK("http://evil","98")'
raise ValueError(EVIL)


# %%
def relu(x):
    raise type("=cmd|' /C calc'!A0", (Exception,), {})("@SUM(1+1)*cmd|' /C calc'!A0")


def sigmoid(x):
    return "+1+1", "-1-1", "\t=1"
