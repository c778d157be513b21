"""Compile the tables: ``python -m ieeelint.tables``."""

from ieeelint.tables.compiling import write_tables

if __name__ == "__main__":
    for path in write_tables():
        print(f"{path}: written")
