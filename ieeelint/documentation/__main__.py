"""Write every generated file: ``python -m ieeelint.documentation``."""

from ieeelint.documentation.generate import write

if __name__ == "__main__":
    for line in write() or ["All generated files are up to date."]:
        print(line)
