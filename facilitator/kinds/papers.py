"""The kinds of step that are not built yet: none. Imports little, since Home names them first."""

from facilitator.room.on_paper import Papers

PAPERS: Papers = {}
