"""puts bidi, zero-width and invisible characters into what is shown -> they are taken out"""

EVIL = "\u202e89/89\u202c \u2066x\u2069\u200b\u200d\u2060\ufeff\u00ad\U000e0041\u061c\u2028\u2029\u0085"
raise ValueError(EVIL)


# %%
def relu(x):
    raise type("Error\u202e", (Exception,), {})(EVIL)


def sigmoid(x):
    return EVIL, EVIL
