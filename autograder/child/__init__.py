"""What runs beside the student's code, inside the sandbox: it holds no test and no solution."""
