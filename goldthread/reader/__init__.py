"""Reads a council's papers: a file in, blocks, then records out. No framework, no network, no formula ever run."""
