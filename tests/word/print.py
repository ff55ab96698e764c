#!/usr/bin/env python3
"""Prints Word files with ONLYOFFICE's engine, which lays out lines and pages as Word does.

print.py FILE.docx OUT.pdf [FILE.docx OUT.pdf …]

The engine's trial stamp is left out by whoever reads the prints (tests/word/lines.py: letters of 40 pt and more).
"""
import sys
from docbuilder import CDocBuilder

builder = CDocBuilder()
for source, out in zip(sys.argv[1::2], sys.argv[2::2]):
    builder.OpenFile(source, "")
    builder.SaveFile("pdf", out)
    builder.CloseFile()
