"""Running orders as tables: read from a spreadsheet, a word processor, CSV or Markdown; written."""
