"""Events of a check that a rule reports: the engine names the event, never the rule."""

from __future__ import annotations

UNREADABLE_INPUT = "unreadable input"
FAILED_RULE = "failed rule"
UNUSED_SUPPRESSION = "unused suppression"
INVALID_SUPPRESSION = "invalid suppression"
BROKEN_LOCAL_RULES = "broken local rules"
LOOKED_UP = "looked up"
