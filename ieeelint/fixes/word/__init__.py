"""Word drafts written back: only the bytes that change, all others as they were."""
