"""puts HTML, scripts and styles into what is shown -> it is shown as text"""

EVIL = "</pre></dd><script>alert(1)</script><img src=x onerror=alert(1)><style>*{display:none}</style>{{7*7}}{% raw %}&lt;"
raise ValueError(EVIL)


# %%
def relu(x):
    raise type(EVIL, (Exception,), {})(EVIL)


def sigmoid(x):
    return {EVIL: EVIL}


softmax = EVIL
