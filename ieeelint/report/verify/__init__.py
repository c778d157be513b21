"""The paper held true: results kept in a lock, and drafts compared with it."""
