"""What the draft says: facts as frozen values with spans, computed when a rule asks."""
