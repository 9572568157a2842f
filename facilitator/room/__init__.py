"""All that the whole room may see; nothing else can be projected."""
