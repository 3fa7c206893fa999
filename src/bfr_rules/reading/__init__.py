"""Reading what people write: one place that turns typed text into numbers, days and times.

Text is made plain first, with tables that do not grow with the versions of Unicode, so that every
Python reads the same. Then it has one reading; or two, and they are asked back; or none.
"""
