"""fills the feedback with as much text as it can, in thousands of cells -> it is cut"""
# %%
for number in range(60):
    exec(f"raise ValueError('{'x' * 5000}')") if number == 0 else None


# %%
def relu(x):
    raise ValueError("\n" * 5000 + "x" * 5000)


def sigmoid(x):
    return "\n".join("xyz" * 50 for _ in range(5000))


def softmax(x):
    raise ValueError("Z" + "\u0301" * 4000)
