"""The language server: findings and fixes in an editor.  It needs the extra ``server``."""
