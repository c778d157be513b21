"""Result files gathered into the series that a specification asks for."""
