"""What made-up people do on the real windows: in practice, in rehearsals and in tests."""
