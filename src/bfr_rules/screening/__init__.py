"""Screening: reasons not to train with a cuff, or to ask first."""
