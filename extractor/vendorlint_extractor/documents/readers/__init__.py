"""Documents that are no text become text: PDF, DOCX, ODT, RTF and HTML, each as Markdown with the place of every line.

A parser of such formats is a large target for hostile input. Each file is read in a process of its own, with limits of time
and memory, so that a crash or a hang is one error line.
"""
