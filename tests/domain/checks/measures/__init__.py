"""Rules over measures."""
