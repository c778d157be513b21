"""What rules of several files share; no module here holds a rule."""
