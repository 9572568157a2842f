"""A made-up kind of step: how it feels in the room, as weather, without names."""
