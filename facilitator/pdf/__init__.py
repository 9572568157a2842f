"""Accessible PDF with reportlab: tagged (PDF/UA-1), archival (PDF/A-2a), in any script.

reportlab is the canvas, the frames and the flow. What its open edition lacks is plugged in here:
the tree of tags, shaping with HarfBuzz, right-to-left text, embedded glyph fonts, and PDF/A.
"""
