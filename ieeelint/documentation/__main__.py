"""Write every generated file: ``python -m ieeelint.documentation``."""

from ieeelint.tables.compiling import write_tables

if __name__ == "__main__":
    # Before the rules are imported, so that they and their pages use the new tables.
    lines = [f"{path}: written" for path in write_tables()]

    from ieeelint.documentation.generate import write

    for line in [*lines, *write()] or ["All generated files are up to date."]:
        print(line)
