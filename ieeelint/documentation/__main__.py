"""Write every generated file: ``python -m ieeelint.documentation``."""

from ieeelint.documentation.generate import write

if __name__ == "__main__":
    write()
