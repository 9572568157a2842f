"""One file per workshop, with everything people wrote."""
